"""A stranger's page gets its own origin back, with credentials."""

from __future__ import annotations

from cors_tui.lab.scenarios.everybody_reflected import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_page_is_let_in_with_credentials() -> None:
    async with RunningLab(SCENARIO) as lab:
        lines = lines_of(await ask_actual(lab))
    assert sorted(lines) == [
        "Access-Control-Allow-Credentials: true",
        "Access-Control-Allow-Origin: http://localhost:3000",
    ]
