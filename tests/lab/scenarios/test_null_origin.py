"""The page says null, the list names a server."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.null_origin import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_null_is_not_on_the_list_and_the_development_server_is() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert lab.case.call.origin == "null"
        assert lines_of(await ask_actual(lab)) == []
        assert lines_of(await ask_actual(lab, PAGE)) == [f"Access-Control-Allow-Origin: {PAGE}"]
