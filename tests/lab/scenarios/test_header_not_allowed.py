"""All is right but the list of headers."""

from __future__ import annotations

from cors_tui.lab.scenarios.header_not_allowed import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_allows_another_header_than_the_pages() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
        assert [name for name, _ in lab.case.call.headers] == ["X-API-Key"]
    assert (preflight.status, actual.status) == (204, 200)
    assert "Access-Control-Allow-Headers: Content-Type" in lines_of(preflight)
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
