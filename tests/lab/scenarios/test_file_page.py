"""A page from the disk."""

from __future__ import annotations

from cors_tui.lab.scenarios.file_page import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_allowed_page_is_the_served_one_and_a_file_asks_as_null() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
        assert lab.case.call.request().page.origin.is_opaque
        assert lab.repaired_call.origin == "http://localhost:8080"
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:8080"]
