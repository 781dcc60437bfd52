"""The screen of a paste: corrected, chosen from, settled by questions; and nothing is sent by any of it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events

from cors_tui.tui.app import CorsApp
from cors_tui.tui.screens.edit_text import EditScreen
from cors_tui.tui.screens.guide import GuideScreen
from cors_tui.tui.screens.pasted import PastedScreen
from cors_tui.tui.screens.whole_value import WholeScreen
from tests.tui.driving import SIZES, SMALL, WIDE, Driven, driven

LINE = (
    "Access to fetch at 'https://api.intern.example/x' from origin 'https://app.example.com' has been blocked by CORS "
    "policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status."
)


def entry(url: str, status: int) -> dict[str, object]:
    headers = [{"name": "Origin", "value": "https://app.example.com"}, {"name": "Cookie", "value": "sid=s3cret"}]
    return {"request": {"method": "GET", "url": url, "headers": headers}, "response": {"status": status, "headers": []}}


HAR = json.dumps({"log": {"entries": [entry("https://a.example/x", 200), entry("https://b.example/y", 504)]}})


@asynccontextmanager
async def pasted(text: str, size: tuple[int, int] = SMALL) -> AsyncIterator[tuple[Driven, PastedScreen]]:
    """`text` pasted on the start screen."""
    async with driven(CorsApp(), size) as run:
        run.app.post_message(events.Paste(text))
        await run.settle()
        await run.settle()
        screen = run.app.screen
        assert isinstance(screen, PastedScreen)
        yield run, screen


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_from_a_line_by_questions_to_the_fix(size: tuple[int, int]) -> None:
    """What was understood, what is likely and why, a question at a time, the cause's page, the snippet."""
    async with pasted(LINE, size) as (run, screen):
        text = flat(run.text)
        for word in (
            "[console]",
            "[Chromium]",
            "https://api.intern.example/x",
            "https://app.example.com",
            "1 possible",
        ):
            assert word in text
        assert "because" in text
        assert "to know" in text
        first = screen.pasted.found[0].title
        assert f"> 2 {screen.pasted.found[1].certainty.value}" in flat(await run.press("down"))
        assert "Question 1" in await run.press("u")
        assert f"ruled out: {first}" in flat(await run.press("n"))
        assert f"ruled out: {first}" not in flat(await run.press("backspace"))
        assert "By what you said" in flat(await run.press("n", "d", "y"))
        settled = screen.pasted.settled
        assert settled is not None
        await run.keys("c")
        assert isinstance(run.app.screen, WholeScreen)
        await run.keys("escape")
        text = flat(await run.press("f"))
        assert run.guide.view.step == "fix"
        assert settled.title in text
        assert "Taken as so, since nothing was sent" in text
        assert "https://app.example.com" in text
        assert not run.guide.case.seen


async def test_what_was_understood_is_corrected() -> None:
    """A status that the text lacks, the browser, the kind; escape leaves the field first."""
    async with pasted(LINE, WIDE) as (run, screen):
        screen.set_focus(screen.form.fields["status"])
        await run.type("504")
        assert screen.pasted.found[0].cause == "timeout-gateway"
        await run.keys("escape")
        screen.set_focus(screen.form.browsers)
        await run.keys("right", "enter")
        reading = screen.pasted.one.reading
        assert reading is not None
        assert reading.engine == "firefox"
        screen.set_focus(screen.form.kinds)
        await run.keys("right", "right", "right", "enter")
        assert "Nothing of the kind" in flat(run.text)
        assert screen.pasted.text == LINE
        await run.keys("escape", "escape")
        assert isinstance(run.app.screen, GuideScreen)
        assert run.guide.case.pasted == (LINE,)
        assert not run.guide.case.call.url


async def test_one_of_several_is_chosen_and_its_secrets_are_masked() -> None:
    """The worst is first; the guide goes on with the chosen one, where the likeliest cause is seen."""
    async with pasted(HAR) as (run, screen):
        assert "s3cret" not in run.text
        assert screen.pasted.one.call is not None
        assert screen.pasted.one.call.url == "https://b.example/y"
        assert ">  2" in await run.press("right")
        await run.keys("enter")
        assert run.guide.case.call.url == "https://a.example/x"
        await run.keys("u")
        again = run.app.screen
        assert isinstance(again, PastedScreen)
        assert again.pasted.which == 1


async def test_what_is_not_understood_is_kept_and_can_be_edited() -> None:
    """Its secrets are masked, and what was edited is read again."""
    async with pasted("zzz zzz\nX-API-Key: s3cret\nfetsch('https://a.example/x')") as (run, _):
        assert "not understood" in flat(run.text)
        assert "s3cret" not in run.text
        await run.keys("e")
        screen = run.app.screen
        assert isinstance(screen, EditScreen)
        screen.area.text = "https://a.example/x"
        await run.keys("ctrl+r")
        assert run.guide.case.call.url == "https://a.example/x"


async def test_a_pasted_file_name_is_opened_on_enter_only(tmp_path: Path) -> None:
    """A typed one at once."""
    file = tmp_path / "saved.har"
    file.write_text(HAR)
    async with pasted(str(file)) as (run, screen):
        assert "not opened" in flat(run.text)
        await run.keys("enter")
        assert len(screen.pasted.cases) == 2


async def test_a_bare_host_is_mended_at_a_stroke() -> None:
    """With the scheme that it lacks."""
    async with pasted("api.example.com") as (run, _):
        assert "has no scheme" in flat(run.text)
        await run.keys("h", "enter")
        assert run.guide.case.call.url == "https://api.example.com"
