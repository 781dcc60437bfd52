"""The tunnel's 401, whatever is asked."""

from __future__ import annotations

from cors_tui.lab.scenarios.tunnel_private import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_everything_wants_a_sign_in() -> None:
    async with RunningLab(SCENARIO) as lab:
        for answer in (await ask_preflight(lab), await ask_actual(lab)):
            assert (answer.status, lines_of(answer)) == (401, [])
            assert (answer.headers.get("www-authenticate") or "").startswith("tunnel ")
