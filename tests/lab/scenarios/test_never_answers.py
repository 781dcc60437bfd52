"""A request that is taken, and never answered."""

from __future__ import annotations

import pytest

from cors_tui.lab.scenarios.never_answers import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, request, say


async def test_the_request_arrives_and_nothing_comes_back_until_the_handler_is_repaired() -> None:
    async with RunningLab(SCENARIO) as lab:
        with pytest.raises(TimeoutError):
            await say(lab.ports.edge, request("GET", "/api/report"), seconds=0.3)
        assert len(lab.asked()) == 1
        await lab.apply(CorsPolicy())
        assert (await ask_actual(lab)).status == 200
