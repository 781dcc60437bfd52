"""The bucket sends everything on to another address."""

from __future__ import annotations

from cors_tui.lab.scenarios.bucket_region import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_and_the_upload_are_redirected_in_xml() -> None:
    async with RunningLab(SCENARIO) as lab:
        there = f"http://localhost:{lab.ports.other}/sounds/bell.ogg"
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, answer.headers.get("location"), lines_of(answer)) == (307, there, [])
            assert "<Code>TemporaryRedirect</Code>" in answer.body
