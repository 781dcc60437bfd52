"""All is right but the list of methods."""

from __future__ import annotations

from cors_tui.lab.scenarios.method_not_allowed import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_allows_get_and_post_for_a_put() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
        assert lab.case.call.method == "PUT"
    assert (preflight.status, actual.status) == (204, 200)
    assert lines_of(preflight) == [
        "Access-Control-Allow-Methods: GET,POST",
        "Access-Control-Allow-Headers: Content-Type",
        "Access-Control-Allow-Origin: http://localhost:3000",
    ]
