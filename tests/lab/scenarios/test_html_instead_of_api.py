"""An index page for every path."""

from __future__ import annotations

import pytest

from cors_tui.lab.scenarios.html_instead_of_api import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


@pytest.mark.parametrize("target", ["/api/users", "/", "/no/such/path"])
async def test_every_path_is_the_index_page(target: str) -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab, target=target)
    assert (actual.status, actual.headers.get("content-type")) == (200, "text/html; charset=utf-8")
    assert actual.body.startswith("<!doctype html>")
    assert lines_of(actual) == []
