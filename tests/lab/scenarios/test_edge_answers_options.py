"""405 from the proxy, and the application never hears of it."""

from __future__ import annotations

from cors_tui.lab.scenarios.edge_answers_options import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_ends_at_the_proxy_and_the_request_does_not() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
        heard = [asked.method for asked in lab.asked("origin_server")]
    assert (preflight.status, lines_of(preflight), preflight.headers.get("server")) == (405, [], "nginx/1.22.1")
    assert (actual.status, lines_of(actual)) == (200, ["Access-Control-Allow-Origin: http://localhost:3000"])
    assert heard == ["GET"]
