"""Real Chromium, Firefox and WebKitGTK against our judgement of calls near home: Local Network Access, mixed content.

In a network namespace whose loopback device has public and private addresses; nothing leaves it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from cors_tui.browsers.browser import known_browsers
from tests.live.browsers.compare import disagreements, same_major
from tests.live.browsers.namespace import prefix
from tests.live.browsers.near import cases
from tests.live.browsers.recorder import ENGINES, record, why_not


@pytest.mark.parametrize("engine", ENGINES)
def test_calls_near_home_end_as_we_say(engine: str, tmp_path: Path) -> None:
    """Verdict, requests, and at the recorded version the console. What differs is asked once more, alone."""
    words, refused = prefix()
    if reason := why_not(engine) or ("" if words else f"the addresses need a network namespace: {refused}"):
        pytest.skip(reason)
    unequal, left = {}, list(cases())
    for attempt in ("first", "again"):
        recording = record(engine, left, tmp_path / attempt, near=True)
        counts = same_major(known_browsers()[engine], recording.version)
        compared = [
            (case, disagreements(case, each, with_console=counts))
            for case, each in zip(left, recording.records, strict=True)
        ]
        unequal = {f"{case['page_origin']} to {case['request']['url']}": found for case, found in compared if found}
        left = [case | {"serial": True} for case, found in compared if found]
        if not left:
            break
    assert not unequal
