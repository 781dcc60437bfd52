"""The tracing header is sent, and is not among those allowed."""

from __future__ import annotations

from cors_tui.lab.scenarios.sdk_header import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_preflight, lines_of


async def test_the_traceparent_is_not_in_the_list() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight = await ask_preflight(lab)
        assert [name for name, _ in lab.case.call.headers] == ["traceparent"]
    assert preflight.status == 204
    assert "Access-Control-Allow-Headers: Content-Type,Authorization" in lines_of(preflight)
