"""The bucket refuses to talk about pages, and stores what is put."""

from __future__ import annotations

from cors_tui.lab.scenarios.bucket_no_cors import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of


async def test_the_preflight_is_refused_in_xml() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, lines_of(preflight)) == (403, [])
    assert "CORSResponse: CORS is not enabled for this bucket." in preflight.body
    assert (actual.status, lines_of(actual)) == (200, [])
