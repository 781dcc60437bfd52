"""A paste anywhere: whole, kept, read off the screen's thread."""

from __future__ import annotations

import pytest
from textual import events

from cors_tui.case import Call, Case
from tests.tui.driving import SMALL, Driven, guide

CASE = Case(Call(url="http://localhost:3999/", origin="http://localhost:3000"))


async def paste(run: Driven, text: str) -> str:
    run.app.post_message(events.Paste(text))
    await run.settle()
    await run.settle()
    return run.text


@pytest.mark.parametrize("keys", [(), ("1", "tab"), ("2", "tab"), ("2", "tab", "tab", "tab")], ids=str)
async def test_a_curl_command_is_read_wherever_the_focus_is(keys: tuple[str, ...]) -> None:
    """Several lines are never cut at the first."""
    async with guide(CASE, SMALL) as run:
        await run.keys(*keys)
        await paste(run, "curl -X DELETE \\\n  'http://localhost:3999/a' \\\n  -H 'X-Mine: 1'")
        assert run.guide.case.call.method == "DELETE"
        assert run.guide.case.call.headers.get("x-mine") == "1"
        assert run.guide.case.call.origin == "http://localhost:3000"


async def test_a_megabyte_does_not_freeze_the_screen() -> None:
    """The text is kept whole, a summary is shown, and keys work."""
    huge = "x" * 1_000_000
    async with guide(CASE, SMALL) as run:
        assert "1,000,000 characters" in await paste(run, huge)
        assert "too long to be edited here" in await run.press("e")
        await run.keys("escape")
        assert run.guide.case.pasted == (huge,)
        assert run.guide.case.call == CASE.call


async def test_what_is_not_understood_says_so_and_keeps_the_text() -> None:
    """Nothing typed before is lost."""
    async with guide(CASE, SMALL) as run:
        assert "not understood" in await paste(run, "hello\nworld")
        await run.keys("escape")
        assert run.guide.case.pasted == ("hello\nworld",)
        assert run.guide.case.call == CASE.call


async def test_an_empty_paste_is_none() -> None:
    """A slip of the hand."""
    async with guide(CASE, SMALL) as run:
        await paste(run, "  \n ")
        assert run.guide.case.pasted == ()


async def test_escape_sequences_in_a_paste_reach_no_widget() -> None:
    """A poisoned clipboard is only text."""
    async with guide(CASE, SMALL) as run:
        await paste(run, "curl 'http://localhost:3999/\x1b]52;c;eA==\x07' -H 'X-A: \x9b31m[/red]'")
        await run.keys("enter")
        for key in "1234567":
            text = await run.press(key)
            assert not set(text) & {"\x1b", "\x9b", "\x07"}
