"""The view: what follows from it."""

from __future__ import annotations

import pytest

from cors_tui.case import Case
from cors_tui.tui.view import SIDE, WIDE, View, judged


@pytest.mark.parametrize(("width", "wide"), [(60, False), (WIDE - 1, False), (WIDE, True), (140, True)])
def test_content_fits_beside_the_tree_only_when_wide(width: int, wide: bool) -> None:
    """The tree takes its cells only where it stands beside the step."""
    view = View(Case(), width=width)
    assert view.is_wide is wide
    assert view.content_width == width - 4 - (SIDE if wide else 0)


def test_nothing_is_judged_before_anything_was_seen() -> None:
    """No verdict, no fault, not green."""
    view = View(Case(), judgement=judged(Case()))
    assert view.judgement is None
    assert view.verdict is None
    assert view.first_fault is None
    assert not view.is_green
