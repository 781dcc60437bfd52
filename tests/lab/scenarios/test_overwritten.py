"""The right origin directly, another one through the proxy."""

from __future__ import annotations

from cors_tui.lab.scenarios.overwritten import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_proxy_replaces_the_servers_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        through, direct = await ask_actual(lab), await ask_actual(lab, port=lab.ports.origin_server)
    assert lines_of(direct) == ["Access-Control-Allow-Origin: http://localhost:3000"]
    assert lines_of(through) == ["Access-Control-Allow-Origin: https://www.example.com"]
    assert through.headers.get("server") == "nginx/1.22.1"
