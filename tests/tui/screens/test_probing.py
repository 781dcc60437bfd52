"""Probing from the screen: what is missing is said, a run that no longer fits is dropped, the watch can be stopped."""

from __future__ import annotations

import asyncio
import re
import threading

import pytest

from cors_tui.case import AS_ASKED, Call, Case
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.session.asking import Progress
from cors_tui.tui.messages import Progressed
from tests.serving import serving
from tests.tui.driving import SIZES, SMALL, guide, lab
from tests.tui.judged_cases import blocked

MISSING = [
    ("no URL", Call(origin="http://localhost:3000"), "The URL is missing"),
    ("no origin", Call(url="http://localhost:3999/"), "The page's origin is missing"),
    ("a URL without scheme", Call(url="localhost:3999/x", origin="http://localhost:3000"), "scheme"),
    ("an origin that is none", Call(url="http://localhost:3999/", origin="my app"), "origin"),
]


@pytest.mark.parametrize(("what", "call", "says"), MISSING, ids=[row[0] for row in MISSING])
async def test_what_is_missing_is_said_and_nothing_is_sent(what: str, call: Call, says: str) -> None:
    """One sentence, and what was typed is still there."""
    async with guide(Case(Call(url="http://localhost:3999/")), SMALL) as run:
        run.guide.change_case(Case(call))
        await run.keys("r")
        assert says in " ".join(run.text.split())
        assert not run.guide.case.exchanges(AS_ASKED)
        assert run.guide.case.call == call


async def test_what_every_browser_refuses_by_itself_is_judged_without_sending_it() -> None:
    """In the lab: the verdict, the cause and the remedy; k mends the page, and again unmends it."""
    async with lab("url-without-scheme", SMALL) as run:
        broken = run.guide.case.call
        text = " ".join((await run.press("r")).split())
        assert text.count("BLOCKED") >= 3
        assert "The URL begins with localhost:" in text
        assert f"Write “http://{broken.url}”" in text
        text = " ".join((await run.press("k")).split())
        assert text.count("ALLOWED") >= 3
        assert f"The page was mended, too: its URL is http://{broken.url}." in text
        assert (await run.press("k")).count("BLOCKED") >= 3
        assert run.guide.case.call == broken


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_a_server_that_is_not_running(size: tuple[int, int]) -> None:
    """A word of its own, the reason, and what to do; the fix starts it in the lab."""
    async with lab("not-running", size) as run:
        text = await run.press("r")
        assert text.count("UNREACHABLE") == 3
        assert "Not CORS" in text
        text = await run.press("k")
        assert text.count("ALLOWED") >= 3


async def test_progress_of_an_older_run_is_dropped() -> None:
    """And so is progress about another request."""
    async with lab("no-header", SMALL) as run:
        await run.keys("r")
        case = run.guide.case
        run.guide.post_message(Progressed(Progress(blocked()), run.guide.run))
        run.guide.post_message(Progressed(Progress(case.asking_again()), run.guide.run - 1))
        await run.settle()
        assert run.guide.case == case


async def test_the_watch_turns_green_by_itself_and_shows_before_and_after() -> None:
    """The repair happens elsewhere, while it watches."""
    async with lab("options-405") as run:
        await run.keys("r", "5")
        run.guide.pause = 0.01
        await run.pilot.press("w")
        running = run.guide.running_lab
        assert running is not None
        assert "watching" in run.text
        from cors_tui.policy import least_policy

        await running.apply(least_policy(run.guide.case.call.request()))
        await run.settle()
        assert run.guide.view.is_green
        assert not run.guide.view.watching
        assert "Before against after" in run.text


async def test_w_again_stops_the_watch() -> None:
    """One key, both ways; s stops any run."""
    async with lab("no-header", SMALL) as run:
        await run.pilot.press("5", "w")
        await run.pilot.pause()
        assert run.guide.view.step == "verify"
        await run.pilot.press("w")
        await run.pilot.pause()
        assert not run.guide.view.watching
        assert not run.guide.view.asking


async def test_k_outside_the_lab_says_what_repairs_a_real_server() -> None:
    """It is not live there; by the palette it explains itself."""
    async with guide(Case(Call(url="http://localhost:3999/", origin="http://localhost:3000")), SMALL) as run:
        await run.guide.action_apply()
        await run.settle()
        assert "practice lab" in run.text


async def test_k_twice_breaks_the_lab_again() -> None:
    """Broken, repaired, broken."""
    async with lab("no-header", SMALL) as run:
        await run.keys("r")
        assert "ALLOWED" in await run.press("k")
        text = await run.press("k")
        assert text.count("BLOCKED") >= 3


async def test_s_stops_what_is_asked_and_keeps_what_was_seen() -> None:
    """The server holds the fourth request; the line says which of how many it is, and why."""
    held = threading.Event()

    async def holding(asked: Asked) -> Reply:
        if len(server.asked()) == 4:
            held.set()
            await asyncio.sleep(30)
        return Reply(200, body="x")

    with serving({"api": holding}) as server:
        async with guide(Case(Call(url=server.url("/"), origin="http://localhost:3000")), SMALL) as run:
            await run.pilot.press("a")
            await asyncio.to_thread(held.wait, 10)
            await run.pilot.pause()
            assert re.search(r"\d of \d\d: asking .* — .*\?  s: stop", run.text)
            await run.pilot.press("s")
            text = run.text
            assert "Stopped; what was seen so far stays." in text
            assert len(run.guide.case.seen) >= 2
            assert text.count("BLOCKED") >= 3
