"""This path is bare, every other path has the header."""

from __future__ import annotations

from cors_tui.lab.scenarios.nginx_location import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_path_with_its_own_header_has_no_other() -> None:
    async with RunningLab(SCENARIO) as lab:
        here, elsewhere = await ask_actual(lab), await ask_actual(lab, target="/elsewhere")
    assert (here.status, here.headers.get("cache-control"), lines_of(here)) == (200, "no-store", [])
    assert lines_of(elsewhere) == ["Access-Control-Allow-Origin: http://localhost:3000"]
    assert here.headers.get("server") == elsewhere.headers.get("server") == "nginx/1.22.1"
