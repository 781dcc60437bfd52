"""PATCH is allowed, patch is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.lower_case_patch import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_preflight, lines_of


async def test_the_list_of_methods_has_the_capitals() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        assert lab.case.call.method == "patch"
    assert preflight.status == 204
    assert "Access-Control-Allow-Methods: GET,PUT,PATCH,POST,DELETE" in lines_of(preflight)
