"""Every refusal has its meaning in words."""

from __future__ import annotations

from cors_tui.report.refusals import MEANS
from cors_tui.standards.verdict import Refusal
from tests.rows import each_row


@each_row("refusal", list(Refusal), ids=lambda refusal: refusal.value)
def test_a_refusal_is_explained_in_whole_sentences(refusal: Refusal) -> None:
    assert MEANS[refusal].endswith(".")
    assert "  " not in MEANS[refusal]


def test_no_two_refusals_are_explained_alike() -> None:
    assert len(set(MEANS.values())) == len(MEANS)
