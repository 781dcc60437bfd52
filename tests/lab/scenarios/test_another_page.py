"""One fixed origin, whoever asks."""

from __future__ import annotations

from cors_tui.lab.scenarios.another_page import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_this_page_and_strangers_get_the_same_other_origin() -> None:
    async with RunningLab(SCENARIO) as lab:
        for origin in (None, "https://stranger.example", "null"):
            assert lines_of(await ask_actual(lab, origin)) == ["Access-Control-Allow-Origin: https://www.example.com"]
