"""The shapes of Safari's lines: each is found in what it writes, and in nothing that another writes."""

from __future__ import annotations

from cors_tui.browsers.messages.template import Template
from cors_tui.browsers.messages.webkit_shapes import CANNOT_LOAD, LINES, ORIGIN_NOT_ALLOWED, REASONS
from cors_tui.standards.verdict import Refusal
from tests.browsers.messages.shaping import FILLED, finds
from tests.rows import each_row

CAUSES = [shape for refusal, shape in REASONS.items() if shape.refusal is refusal]


@each_row("shape", [*CAUSES, *LINES], ids=lambda shape: shape.text[:40])
def test_a_shape_finds_what_it_wrote(shape: Template) -> None:
    found = finds(shape, shape.fill(**FILLED))
    assert found is not None
    assert {name: FILLED[name] for name in found} == found


@each_row("shape", CAUSES, ids=lambda shape: shape.text[:40])
def test_a_cause_is_told_by_one_shape_alone(shape: Template) -> None:
    written = shape.fill(**FILLED)
    assert [other for other in CAUSES if finds(other, written) is not None] == [shape]


def test_a_missing_header_and_another_origin_are_one_sentence() -> None:
    """Safari does not tell them apart: only its status code says whether the header can have been left out."""
    assert REASONS[Refusal.ALLOW_ORIGIN_MISSING] is REASONS[Refusal.ALLOW_ORIGIN_MISMATCH] is ORIGIN_NOT_ALLOWED


def test_the_companion_says_what_asked() -> None:
    assert CANNOT_LOAD["XMLHttpRequest"].fill(url="https://a/") == (
        "XMLHttpRequest cannot load https://a/ due to access control checks."
    )
