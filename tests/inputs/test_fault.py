"""A fault's sentence, and text shown in one."""

from __future__ import annotations

from cors_tui.inputs.fault import Fault, shown


def test_the_sentence_says_what_and_what_to_do() -> None:
    assert Fault("url", "x", "It is wrong.", "Mend it.").sentence == "It is wrong. Mend it."


def test_long_text_is_shortened_in_its_middle() -> None:
    assert shown("short") == "“short”"
    assert shown("a" * 50 + "b" * 50, 40) == "“" + "a" * 20 + "…" + "b" * 10 + "”"
