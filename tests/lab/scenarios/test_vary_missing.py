"""Each page on the list gets its own answer, and no answer says so."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.vary_missing import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_answer_differs_from_page_to_page_and_may_be_stored() -> None:
    async with RunningLab(SCENARIO) as lab:
        for origin in (PAGE, "https://app.example.com"):
            answer = await ask_actual(lab, origin)
            assert lines_of(answer) == [f"Access-Control-Allow-Origin: {origin}"]
            assert ("vary" in answer.headers, answer.headers.get("cache-control")) == (False, "public, max-age=600")
        assert lines_of(await ask_actual(lab, "https://stranger.example")) == []


async def test_repaired_strangers_are_told_too_that_the_answer_varies() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        for origin in (PAGE, "https://stranger.example"):
            assert (await ask_actual(lab, origin)).headers.get("vary") == "Origin"
