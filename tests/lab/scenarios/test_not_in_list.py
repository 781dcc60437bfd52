"""The policy is sent without the origin, and with it to the page on the list."""

from __future__ import annotations

from cors_tui.lab.scenarios.not_in_list import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_preflight, lines_of


async def test_methods_and_headers_come_without_an_origin() -> None:
    async with RunningLab(SCENARIO) as lab:
        denied, allowed = await ask_preflight(lab), await ask_preflight(lab, "https://app.example.com")
    listed = [
        "Access-Control-Allow-Methods: GET,HEAD,PUT,PATCH,POST,DELETE",
        "Access-Control-Allow-Headers: authorization",
    ]
    assert (denied.status, lines_of(denied)) == (204, listed)
    assert lines_of(allowed) == [*listed, "Access-Control-Allow-Origin: https://app.example.com"]
