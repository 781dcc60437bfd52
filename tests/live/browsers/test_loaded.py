"""Real Chromium, Firefox and WebKitGTK against our judgement of what elements make of an answer.

The family of elements, and as many drawn by dice; the seed is printed. ``CORS_TUI_FRESH_CASES`` and ``CORS_TUI_SEED``
change them.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from cors_tui.browsers.browser import known_browsers
from tests.live.browsers.compare import disagreements, same_major
from tests.live.browsers.families.elements import cases, drawn
from tests.live.browsers.families.making import Case
from tests.live.browsers.recorder import ENGINES, record, why_not

SEED = int(os.environ.get("CORS_TUI_SEED") or random.randrange(10**9))
COUNT = int(os.environ.get("CORS_TUI_FRESH_CASES", "1000"))

MADE: dict[str, Callable[[], list[Case]]] = {"the family": lambda: list(cases()), "drawn": lambda: drawn(SEED, COUNT)}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("which", MADE)
def test_elements_end_as_we_say(which: str, engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Verdict, requests, and at the recorded version the console. What differs is asked once more, alone."""
    if reason := why_not(engine):
        pytest.skip(reason)
    unequal, left = {}, MADE[which]()
    with capsys.disabled():
        print(f"\n{engine}, {which}: {len(left)} cases, seed {SEED}")
    for attempt in ("first", "again"):
        recording = record(engine, left, tmp_path / attempt)
        counts = same_major(known_browsers()[engine], recording.version)
        compared = [
            (case, disagreements(case, each, with_console=counts))
            for case, each in zip(left, recording.records, strict=True)
        ]
        unequal = {case["id"]: (case["server"]["actual"], found) for case, found in compared if found}
        left = [case | {"serial": True} for case, found in compared if found]
        if not left:
            break
    assert not unequal
