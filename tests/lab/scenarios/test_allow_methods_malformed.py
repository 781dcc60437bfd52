"""A list as a programming language prints it."""

from __future__ import annotations

from cors_tui.lab.scenarios.allow_methods_malformed import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_preflight, lines_of


async def test_the_methods_come_with_brackets_for_a_get() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        assert lab.case.call.method == "GET"
    assert preflight.status == 204
    assert "Access-Control-Allow-Methods: ['GET', 'POST', 'PUT']" in lines_of(preflight)
