"""A URL that begins with its host."""

from __future__ import annotations

from cors_tui.lab.scenarios.url_without_scheme import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_host_is_taken_for_a_scheme_and_the_server_would_have_let_it() -> None:
    async with RunningLab(SCENARIO) as lab:
        url = lab.case.call.request().url
        assert url is not None
        assert (url.scheme, url.host) == ("localhost", "")
        actual = await ask_actual(lab, port=lab.ports.edge, target="/api/menu")
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
