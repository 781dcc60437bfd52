"""A path with a hole in it."""

from __future__ import annotations

from cors_tui.lab.scenarios.url_undefined import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_path_that_was_asked_for_is_not_there_and_the_one_that_was_meant_is() -> None:
    async with RunningLab(SCENARIO) as lab:
        asked = await ask_actual(lab)
        meant = await ask_actual(lab, target="/v1/users")
    assert (asked.status, lines_of(asked)) == (404, [])
    assert (meant.status, lines_of(meant)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
