"""The shapes of Chromium's lines: each is found in what it writes, and in nothing that another writes."""

from __future__ import annotations

from cors_tui.browsers.messages.chromium_shapes import REASONS, WHOLE_LINES
from cors_tui.browsers.messages.template import Template
from tests.browsers.messages.shaping import FILLED, finds
from tests.rows import each_row

SHAPES = [*REASONS.values(), *WHOLE_LINES]


@each_row("shape", SHAPES, ids=lambda shape: shape.text[:40])
def test_a_shape_finds_what_it_wrote(shape: Template) -> None:
    found = finds(shape, shape.fill(**FILLED))
    assert found is not None
    assert {name: FILLED[name] for name in found} == found


@each_row("shape", list(REASONS.values()), ids=lambda shape: shape.text[:40])
def test_a_reason_is_told_by_one_shape_alone(shape: Template) -> None:
    written = shape.fill(**FILLED)
    assert [other for other in REASONS.values() if finds(other, written) is not None] == [shape]
