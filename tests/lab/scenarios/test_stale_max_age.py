"""Everything is allowed today, and kept for a day."""

from __future__ import annotations

from cors_tui.lab.scenarios.stale_max_age import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_is_right_and_is_kept_for_a_day() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, actual.status) == (204, 200)
    assert "Access-Control-Allow-Headers: X-Shop-Version" in lines_of(preflight)
    assert "Access-Control-Max-Age: 86400" in lines_of(preflight)
