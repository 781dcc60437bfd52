"""Generated cases in which a real engine once did otherwise than we said, with what it did: asked again offline."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.live.browsers.compare import disagreements
from tests.live.browsers.known import known_reason

FOUND = {"chromium": "found.jsonl.gz", "firefox": "found.jsonl.gz", "webkit": "found_webkit.jsonl.gz"}


def rows(engine: str) -> list[dict[str, Any]]:
    """Each with its `case` and the record of `engine`."""
    with gzip.open(Path(__file__).with_name(FOUND[engine]), "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


@pytest.mark.parametrize("engine", FOUND)
def test_what_was_found_stays_mended(engine: str) -> None:
    """Chromium 156, Firefox 153 and WebKitGTK 2.50; what is known to differ is named in `known`."""
    unequal = {}
    for row in rows(engine):
        found = disagreements(row["case"], row[engine], with_console=True)
        if found and known_reason(row["case"], engine, found) is None:
            unequal[row["case"]["id"]] = found
    assert not unequal
