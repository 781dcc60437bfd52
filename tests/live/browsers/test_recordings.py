"""This harness records what the recordings of the truth have: a sample of them, asked again."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest

from cors_tui.browsers.browser import known_browsers
from tests.live.browsers.compare import observed, same_major
from tests.live.browsers.recorder import ENGINES, record, why_not

TRUTH = Path(__file__).resolve().parents[2] / "truth"
SAMPLE = 250
SEEN_BY_SCRIPT = ("outcome", "resolved", "type", "allowed", "status", "redirected", "url", "headers_visible")

OTHERWISE = ("public.test", "body_file", "Set-Cookie", '"close"', '"data:', "Negotiate", "401", '"serial"', '"raw"')
"""Not here: an address that counts as public, cookies kept from case to case, retries, prompts, odd bytes (engines
remember what a server spoke), and a pair of lines that Firefox prints in either order."""


def read(name: str) -> list[dict[str, Any]]:
    with gzip.open(TRUTH / name, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def sample() -> list[dict[str, Any]]:
    able = [case for case in read("cases.jsonl.gz") if case["request"]["api"] in ("fetch", "xhr")]
    plain = [case for case in able if not any(word in json.dumps(case) for word in OTHERWISE)]
    return random.Random(1).sample(plain, SAMPLE)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_sample_of_the_recordings_comes_out_the_same(engine: str, tmp_path: Path) -> None:
    if reason := why_not(engine):
        pytest.skip(reason)
    recorded = {each["id"]: each for each in read(f"{engine}.jsonl.gz")}
    cases = sample()
    recording = record(engine, cases, tmp_path)
    same = same_major(known_browsers()[engine], recording.version)
    unequal = {}
    for case, now in zip(cases, recording.records, strict=True):
        then = recorded[case["id"]]
        parts = {key: (then.get(key), now.get(key)) for key in SEEN_BY_SCRIPT if then.get(key) != now.get(key)}
        seen_then, seen_now = observed(case, then), observed(case, now)
        compared = [key for key in seen_then if same or key != "console"]
        parts |= {key: (seen_then[key], seen_now[key]) for key in compared if seen_then[key] != seen_now[key]}
        if parts:
            unequal[case["id"]] = parts
    assert not unequal
