"""Generated cases in which a real engine once did otherwise than we said, with what it did: asked again offline."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.live.browsers.compare import disagreements
from tests.live.browsers.known import known_reason

FOUND = Path(__file__).with_name("found.jsonl.gz")


def rows() -> list[dict[str, Any]]:
    """Each with its `case` and a record for each engine."""
    with gzip.open(FOUND, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.mark.parametrize("engine", ["chromium", "firefox"])
def test_what_was_found_stays_mended(engine: str) -> None:
    """Chromium 156 and Firefox 153; what is known to differ is named in `known`."""
    unequal = {}
    for row in rows():
        found = disagreements(row["case"], row[engine], with_console=True)
        if found and known_reason(row["case"], engine, found) is None:
            unequal[row["case"]["id"]] = found
    assert not unequal
