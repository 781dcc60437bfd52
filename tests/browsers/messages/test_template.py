"""One template writes a part of a line and finds it again, damaged or not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Template

FRAME = Template("Access to {kind}| at '{url}'| from '{origin}'| has been «blocked by the guard»: ")
REASON = Template("The «'X-Key' header is '{value}', but»| only one will do.")
LAST = Template("«Header X-Key has an invalid value: {value}»")


def found(template: Template, text: str) -> list[dict[str, str]]:
    return [dict(each.slots) for each in template.find(Pasted.of(text))]


def test_filling_every_slot_writes_the_text() -> None:
    text = FRAME.fill(kind="fetch", url="https://a/", origin="https://b")
    assert text == "Access to fetch at 'https://a/' from 'https://b' has been blocked by the guard: "


def test_a_piece_without_its_slot_is_left_out() -> None:
    assert FRAME.fill(kind="fetch", url="https://a/", origin=None) == (
        "Access to fetch at 'https://a/' has been blocked by the guard: "
    )


def test_an_empty_value_is_a_value() -> None:
    assert REASON.fill(value="") == "The 'X-Key' header is '', but only one will do."


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        pytest.param(
            "Access to fetch at 'https://a/' from 'https://b' has been blocked by the guard: x",
            {"kind": "fetch", "url": "https://a/", "origin": "https://b"},
            id="whole",
        ),
        pytest.param(
            "o fetch at 'https://a/' from 'https://b' has been blocked by the guard: x",
            {"url": "https://a/", "origin": "https://b"},
            id="first characters cut",
        ),
        pytest.param("from 'https://b' has been blocked by the guard", {"origin": "https://b"}, id="half of it cut"),
        pytest.param("BLOCKED BY THE GUARD", {}, id="only what must be there"),
        pytest.param(
            "Access to fetch at https://a/ from https://b\nhas been blocked\nby the guard",
            {"kind": "fetch", "url": "https://a/", "origin": "https://b"},
            id="no quotes, broken lines",
        ),
    ],
)
def test_a_frame_is_found_in_any_state(text: str, slots: dict[str, str]) -> None:
    assert found(FRAME, text) == [slots]


def test_what_must_be_there_is_needed() -> None:
    assert found(FRAME, "Access to fetch at 'https://a/' from 'https://b' has been blocked") == []


def test_pieces_are_not_taken_from_the_failure_before() -> None:
    text = "at 'https://a/' has been blocked by the guard: x. Then it was blocked by the guard again"
    assert found(FRAME, text) == [{"url": "https://a/"}, {}]


@pytest.mark.parametrize("value", ["a", "", "'quoted'", "a 'b' c", "it's"])
def test_a_value_is_read_as_it_was_written(value: str) -> None:
    assert found(REASON, REASON.fill(value=value)) == [{"value": value}]


def test_a_value_at_the_end_stops_at_the_lines_end() -> None:
    assert found(LAST, "Header X-Key has an invalid value: a; b\nand more") == [{"value": "a; b"}]


def test_words_that_must_not_follow() -> None:
    shape = Template("«Method {about} is not allowed»", unless=" in preflight")
    assert found(shape, "Method X is not allowed. Method Y is not allowed in preflight") == [{"about": "X"}]


@given(st.text(alphabet="'X-Key header is blocked by the guard at from ,but", max_size=400))
def test_no_text_raises(text: str) -> None:
    for template in (FRAME, REASON, LAST):
        found(template, text)
