"""The closed list of remedies."""

from __future__ import annotations

from cors_tui.remedy import Place, Remedy


def test_codes_are_unique_and_speak_for_themselves() -> None:
    """A code is what JSON shows: no two alike, words with dashes."""
    codes = [remedy.code for remedy in Remedy]
    assert len(set(codes)) == len(codes)
    assert all(code == code.lower() and " " not in code for code in codes)


def test_every_place_has_a_remedy() -> None:
    """No place stands on the list that nothing can be done at."""
    assert {remedy.place for remedy in Remedy} == set(Place)
