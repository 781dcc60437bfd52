"""An https page and a server of plain http."""

from __future__ import annotations

from cors_tui.lab.scenarios.mixed_content import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_server_allows_the_page_and_only_the_scheme_is_wrong() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert (lab.case.call.origin, lab.case.call.url[:5]) == ("https://localhost:3000", "http:")
        actual = await ask_actual(lab)
    assert lines_of(actual) == ["Access-Control-Allow-Origin: https://localhost:3000"]
