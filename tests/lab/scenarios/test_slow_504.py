"""The proxy gives up before the server answers."""

from __future__ import annotations

import asyncio

from cors_tui.lab.scenarios.slow_504 import PATIENCE, SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_proxys_page_comes_after_its_patience_and_without_a_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        started = asyncio.get_running_loop().time()
        actual = await ask_actual(lab)
        took = asyncio.get_running_loop().time() - started
    assert (actual.status, lines_of(actual), actual.headers.get("server")) == (504, [], "nginx/1.22.1")
    assert took >= PATIENCE


async def test_another_path_of_the_same_server_has_the_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        other = await ask_actual(lab, target="/api/nothing")
    assert (other.status, lines_of(other)) == (404, ["Access-Control-Allow-Origin: http://localhost:3000"])
