"""A picture that says who may embed it."""

from __future__ import annotations

from cors_tui.lab.scenarios.corp_same_origin import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from cors_tui.standards.request import Mode
from tests.lab.talking import ask_actual, lines_of


async def test_the_picture_is_there_and_only_its_own_origin_may_show_it() -> None:
    async with RunningLab(SCENARIO) as lab:
        assert lab.case.call.mode is Mode.NO_CORS
        broken = await ask_actual(lab)
        await lab.apply(CorsPolicy())
        repaired = await ask_actual(lab)
    assert (broken.status, broken.headers.get("content-type")) == (200, "image/svg+xml")
    assert lines_of(broken, "cross-origin-") == ["Cross-Origin-Resource-Policy: same-origin"]
    assert lines_of(repaired, "cross-origin-") == ["Cross-Origin-Resource-Policy: cross-origin"]
