"""HTML where a module was asked for."""

from __future__ import annotations

from cors_tui.lab.scenarios.module_is_html import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_cors_is_right_and_the_type_is_not() -> None:
    async with RunningLab(SCENARIO) as lab:
        broken = await ask_actual(lab)
        await lab.apply(CorsPolicy(origins=("*",)))
        repaired = await ask_actual(lab)
    assert lines_of(broken) == lines_of(repaired) == ["Access-Control-Allow-Origin: *"]
    assert (broken.status, broken.headers.get("content-type")) == (200, "text/html; charset=utf-8")
    assert (repaired.status, repaired.headers.get("content-type")) == (200, "text/javascript")
