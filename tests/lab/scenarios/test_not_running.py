"""Nobody listens until the server is started."""

from __future__ import annotations

import pytest

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.not_running import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual


async def test_the_connection_is_refused_until_the_server_is_started() -> None:
    async with RunningLab(SCENARIO) as lab:
        with pytest.raises(ConnectionRefusedError):
            await ask_actual(lab)
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        assert (await ask_actual(lab)).status == 200
        await lab.break_again()
        with pytest.raises(ConnectionRefusedError):
            await ask_actual(lab)
    assert not SCENARIO.listens
