"""What real engines did with the family of elements, asked again offline."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from cors_tui.inputs.cases import read_case
from tests.live.browsers.compare import disagreements
from tests.live.browsers.elements import RECORDED
from tests.live.browsers.families.elements import cases, drawn
from tests.live.browsers.recorder import ENGINES


@cache
def rows() -> list[dict[str, Any]]:
    with gzip.open(RECORDED, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def test_the_rows_are_those_that_are_asked_live() -> None:
    assert [row["case"] for row in rows()] == list(cases())


@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_recorded_is_what_we_say(engine: str) -> None:
    """Verdict, requests and console, of what loads and of what does not."""
    found = {row["case"]["id"]: disagreements(row["case"], row[engine], with_console=True) for row in rows()}
    assert {name: fields for name, fields in found.items() if fields} == {}
    assert min(Counter(row[engine]["resolved"] for row in rows()).values()) > 100


def test_a_seed_means_the_same_cases_everywhere_and_each_can_be_read() -> None:
    assert drawn(7, 50)[:5] == drawn(7, 5)
    assert drawn(7, 50) != drawn(8, 50)
    for case in drawn(7, 200):
        assert read_case(json.dumps(case)).id == case["id"]
    assert {case["request"]["api"] for case in drawn(7, 200)} == {"img", "script", "css", "font"}
