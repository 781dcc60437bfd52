"""The header is there directly, and gone through the edge."""

from __future__ import annotations

from cors_tui.lab.scenarios.cdn_strips import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_edge_takes_away_what_the_server_sends() -> None:
    async with RunningLab(SCENARIO) as lab:
        through, direct = await ask_actual(lab), await ask_actual(lab, port=lab.ports.origin_server)
    assert lines_of(direct) == ["Access-Control-Allow-Origin: http://localhost:3000"]
    assert lines_of(through) == []
    assert through.body == direct.body
    assert through.headers.get("via") == "1.1 varnish (Varnish/7.1)"
    assert "via" not in direct.headers


async def test_the_address_behind_the_edge_is_known_to_the_case() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert lab.case.answers["origin-server"] == f"127.0.0.1:{lab.ports.origin_server}"
