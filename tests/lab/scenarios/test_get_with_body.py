"""A GET with a body."""

from __future__ import annotations

from cors_tui.lab.scenarios.get_with_body import SCENARIO
from cors_tui.session.asking import ends_unasked
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_no_browser_sends_it_and_who_sends_it_without_one_is_answered() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert (lab.case.call.method, lab.case.call.body) == ("GET", '{"words": "tea"}')
        assert ends_unasked(lab.case)
        actual = await ask_actual(lab)
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]
