"""The proxy answers with nothing; the server behind it has it all."""

from __future__ import annotations

from cors_tui.lab.scenarios.proxy_answers import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_proxy_answers_with_nothing_and_the_server_with_all() -> None:
    async with RunningLab(SCENARIO) as lab:
        through, direct = await ask_actual(lab), await ask_actual(lab, port=lab.ports.origin_server)
    assert (through.status, through.body, lines_of(through)) == (200, "", [])
    assert lines_of(direct) == ["Access-Control-Allow-Origin: http://localhost:3000"]
