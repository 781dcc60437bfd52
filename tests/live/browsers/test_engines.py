"""Real Chromium, Firefox and WebKitGTK against our judgement, over generated cases.

A fixed seed is the gate. A fresh one, printed, runs too: what differs there fails only when it differs twice more,
alone.
``CORS_TUI_CASES``, ``CORS_TUI_FRESH_CASES`` and ``CORS_TUI_SEED`` change the numbers of cases and the fresh seed.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cors_tui.browsers.browser import known_browsers
from tests.live.browsers.compare import disagreements, same_major
from tests.live.browsers.generate import Case, generate
from tests.live.browsers.known import known_reason
from tests.live.browsers.recorder import ENGINES, Recording, record, why_not, write_lines

FIXED_SEED = 20261121
COUNT = int(os.environ.get("CORS_TUI_CASES", "1500"))
FRESH_COUNT = int(os.environ.get("CORS_TUI_FRESH_CASES", "500"))

Differing = list[tuple[Case, dict[str, tuple[Any, Any]]]]


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if reason := why_not(name):
        pytest.skip(reason)
    return name


def differing(cases: list[Case], recording: Recording, *, with_console: bool) -> Differing:
    compared = (
        (case, disagreements(case, each, with_console=with_console))
        for case, each in zip(cases, recording.records, strict=True)
    )
    return [(case, found) for case, found in compared if found]


def unknown(found: Differing, engine: str) -> Differing:
    """Those of `found` that no entry of `known` explains."""
    return [(case, fields) for case, fields in found if known_reason(case, engine, fields) is None]


def report(engine: str, seed: int, found: Differing, folder: Path) -> str:
    """Each disagreement in words, and a file of the cases that ``cors-tui judge`` takes."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{engine}-disagreements.jsonl"
    write_lines(path, [case for case, _ in found])
    lines = [f"{engine} differs in {len(found)} cases of seed {seed}; cors-tui judge {path}"]
    for case, fields in found[:10]:
        lines.append(f"{case['id']}: {case['page_origin']} {case['request']['method']} {case['request']['url']}")
        lines += [f"  {name}\n    {engine}: {theirs}\n    we:  {ours}" for name, (theirs, ours) in fields.items()]
    return "\n".join(lines)


def run(engine: str, seed: int, count: int, folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Differing, bool]:
    """The cases in which we differ, and whether console lines counted: only at the version they were recorded from."""
    cases = generate(seed, count)
    recording = record(engine, cases, folder)
    counts = same_major(known_browsers()[engine], recording.version)
    found = differing(cases, recording, with_console=counts)
    left = unknown(found, engine)
    with capsys.disabled():
        print(f"\n{recording.version}: {len(cases)} cases of seed {seed}, {len(left)} differ. {recording.note}")
        for reason, count in Counter(known_reason(case, engine, fields) for case, fields in found).items():
            if reason:
                print(f"  {count} more, known: {reason}")
        if not counts:
            unequal = len(differing(cases, recording, with_console=True)) - len(found)
            print(f"  console lines of another version are reported only: {unequal} more cases differ in them")
    return left, counts


def test_a_fixed_seed_agrees(engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Every case: resolved, type, visible headers, requests, and the console at the recorded version.

    What differs is asked once more, alone: a machine out of breath is no disagreement.
    """
    found, counts = run(engine, FIXED_SEED, COUNT, tmp_path, capsys)
    found = again(engine, found, tmp_path / "again", with_console=counts)
    assert not found, report(engine, FIXED_SEED, found, tmp_path)


def test_a_fresh_seed_agrees(engine: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for cases that nobody has seen. What differs fails when it differs twice more, alone."""
    seed = int(os.environ.get("CORS_TUI_SEED") or random.randrange(10**9))
    found, counts = run(engine, seed, FRESH_COUNT, tmp_path, capsys)
    for attempt in ("second", "third"):
        found = again(engine, found, tmp_path / attempt, with_console=counts)
    assert not found, report(engine, seed, found, tmp_path)


def again(engine: str, found: Differing, folder: Path, *, with_console: bool) -> Differing:
    """Those of `found` that differ again, each alone on its page."""
    if not found:
        return []
    alone = [case | {"serial": True} for case, _ in found[:100]]
    return unknown(differing(alone, record(engine, alone, folder), with_console=with_console), engine)
