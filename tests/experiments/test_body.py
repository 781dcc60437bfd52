"""The oversized body: only after a yes, as large as was said, with the person's own headers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from cors_tui.case import Call, Case
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.experiments.body import BODY_SIZE, MOST_BYTES, SEND_OVERSIZED, SIZES, body_size, size_in_words, size_of
from cors_tui.standards.header_list import HeaderList
from tests.experiments.cases import PAGE, SIMPLE, URL
from tests.rows import each_row

POST = Case(Call(url=URL, origin=PAGE, method="POST", body="a"))
JSON = replace(POST, call=replace(POST.call, headers=HeaderList((("Content-Type", "application/json"),))))

TEXTS = {
    "2MB": 2_000_000,
    "1.5 MiB": 1_572_864,
    "900k": 900_000,
    "12": 12,
    "64 mb": MOST_BYTES,
    "": None,
    "0": None,
    "65MB": None,
    "1 GB": None,
    "-1": None,
    "many": None,
    "1e9": None,
}


@each_row("text", TEXTS)
def test_sizes_as_people_write_them(text: str) -> None:
    assert size_of(text) == TEXTS[text]


@pytest.mark.parametrize(("size", "words"), [(1_150_000, "1.1 MB"), (5_000_000, "5 MB"), (900, "0.9 kB")])
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words


@pytest.mark.parametrize(("words", "size"), SIZES)
def test_what_is_offered_is_what_it_says(words: str, size: int) -> None:
    assert abs((size_of(words) or 0) - size) <= 50_000


def test_it_needs_a_yes_of_its_own() -> None:
    assert OVERSIZED_BODY.consent == SEND_OVERSIZED


@pytest.mark.parametrize("case", [POST, JSON], ids=["text", "json"])
def test_the_body_is_as_large_as_was_said_and_of_its_type(case: Case) -> None:
    (wire,) = OVERSIZED_BODY.plan(case.with_answer(BODY_SIZE, "2MB"))
    assert wire.method == "POST"
    assert wire.body is not None
    assert len(wire.body.text) == 2_000_000
    if case is JSON:
        assert set(json.loads(wire.body.text)) == {"cors-tui"}


def test_without_a_size_it_is_the_smallest_that_tells() -> None:
    assert body_size(POST) == SIZES[0][1]
    assert body_size(POST.with_answer(BODY_SIZE, "nonsense")) == SIZES[0][1]


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_a_method_without_a_body_has_none(method: str) -> None:
    assert OVERSIZED_BODY.plan(replace(SIMPLE, call=replace(SIMPLE.call, method=method))) == ()
