"""The preflight names the page, the route another origin."""

from __future__ import annotations

from cors_tui.lab.scenarios.two_places import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_route_names_another_origin() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:8080"]
