"""The header is right everywhere, only the status of the preflight is not."""

from __future__ import annotations

from cors_tui.lab.scenarios.options_405 import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_is_405_with_the_right_header_and_the_request_200() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, preflight.body) == (405, '{"detail":"Method Not Allowed"}')
    assert actual.status == 200
    for answer in (preflight, actual):
        assert lines_of(answer) == ["Access-Control-Allow-Origin: http://localhost:3000"]
