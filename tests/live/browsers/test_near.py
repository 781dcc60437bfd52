"""What real engines did near home, asked again offline: as recorded, and as the program itself asks it."""

from __future__ import annotations

import gzip
import json
from functools import cache
from typing import Any

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.case import Call, Case, Lookup
from cors_tui.session.judging import Word, browser_verdict
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Mode
from cors_tui.standards.url import parse_url
from tests.live.browsers.compare import disagreements
from tests.live.browsers.near import NAMES, RECORDED, cases
from tests.live.browsers.recorder import ENGINES


@cache
def rows() -> list[dict[str, Any]]:
    with gzip.open(RECORDED, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def as_asked(case: dict[str, Any]) -> Case:
    """The same as somebody would ask it here, with every name looked up."""
    asked = case["request"]
    call = Call(
        asked["url"], case["page_origin"], asked["method"], HeaderList(), asked["body"],
        mode=Mode(asked["mode"]), initiator=Initiator(asked["api"]),
    )  # fmt: skip
    hosts = {url.host for url in map(parse_url, (call.url, call.origin)) if url}
    return Case(call, lookups=tuple(Lookup(name, (address,)) for name, address in NAMES.items() if name in hosts))


def test_the_rows_are_those_that_are_asked_live() -> None:
    assert [row["case"] for row in rows()] == list(cases())


@pytest.mark.parametrize("engine", ENGINES)
def test_what_was_recorded_is_what_we_say(engine: str) -> None:
    found = {row["case"]["id"]: disagreements(row["case"], row[engine], with_console=True) for row in rows()}
    assert {name: fields for name, fields in found.items() if fields} == {}


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_decided_before_anything_is_sent_is_the_same_from_a_call_of_one_s_own(engine: str) -> None:
    """Without the options and policies that such a call has no words for."""
    unequal, sent = {}, 0
    for row in rows():
        case = row["case"]
        if case.get("page") or case["request"].get("targetAddressSpace"):
            continue
        asked = as_asked(case)
        verdict = browser_verdict(asked, known_browsers()[engine], asked.request())
        leaves = verdict.pending is not None
        sent += leaves
        if leaves != bool(row[engine]["requests"]):
            unequal[case["id"]] = (verdict.word, row[engine]["outcome"])
        if not leaves and (row[engine]["outcome"] == "timeout") != (verdict.word is Word.ASKS and engine == "firefox"):
            unequal[case["id"]] = (verdict.word, row[engine]["outcome"])
    assert unequal == {}
    assert sent
