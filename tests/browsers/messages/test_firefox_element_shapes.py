"""The shapes of what Firefox's loaders say: each is found in what it writes, and read as its refusal alone."""

from __future__ import annotations

from cors_tui.browsers.messages.firefox_element_shapes import ELEMENT_LINES
from cors_tui.browsers.messages.template import Template
from tests.browsers.messages.shaping import FILLED, finds
from tests.rows import each_row


@each_row("shape", ELEMENT_LINES, ids=lambda shape: shape.text[:40])
def test_a_line_is_told_by_shapes_of_one_refusal(shape: Template) -> None:
    written = shape.fill(**FILLED)
    found = finds(shape, written)
    assert found is not None
    assert {name: FILLED[name] for name in found} == found
    assert {other.refusal for other in ELEMENT_LINES if finds(other, written) is not None} == {shape.refusal}
