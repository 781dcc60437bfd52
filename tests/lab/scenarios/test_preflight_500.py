"""Strangers get an error, the listed page and callers without a page do not."""

from __future__ import annotations

from cors_tui.lab.scenarios.preflight_500 import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of, request, say


async def test_a_page_that_is_not_listed_gets_a_500_whatever_it_asks() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, lines_of(answer)) == (500, [])
            assert "<pre>Error: Not allowed by CORS</pre>" in answer.body


async def test_the_listed_page_and_a_call_without_origin_are_answered() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert (await ask_preflight(lab, "https://app.example.com")).status == 204
        assert (await say(lab.ports.edge, request("GET", "/api/feed"))).startswith(b"HTTP/1.1 200 ")
