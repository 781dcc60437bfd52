"""The answer may be read, the count beside it is not exposed."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.expose_headers import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of


async def test_the_count_is_sent_and_not_exposed() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab)
    assert actual.headers.get("x-total-count") == "42"
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]


async def test_repaired_with_the_header_named_it_is_exposed() -> None:
    async with RunningLab(SCENARIO) as lab:
        await lab.apply(CorsPolicy(origins=(PAGE,), expose=("X-Total-Count",)))
        assert (await ask_actual(lab)).headers.get("access-control-expose-headers") == "X-Total-Count"
