"""The right path has the header, the wrong one has not."""

from __future__ import annotations

from cors_tui.lab.scenarios.error_404_only import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_404_is_bare_and_the_right_path_is_not() -> None:
    async with RunningLab(SCENARIO) as lab:
        wrong, right = await ask_actual(lab), await ask_actual(lab, target="/api/users")
    assert (wrong.status, lines_of(wrong)) == (404, [])
    assert (right.status, lines_of(right)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
