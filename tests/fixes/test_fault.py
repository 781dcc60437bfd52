"""A fault's sentence is one line, whatever the value."""

from __future__ import annotations

from cors_tui.fixes.fault import Fault


def test_the_sentence_names_place_value_reason_proof_and_remedy() -> None:
    fault = Fault("c", "patterns", "https://*a.test", "it is too wide", "write another", "https://evila.test")
    assert (
        fault.sentence == "patterns `https://*a.test`: it is too wide (it lets in https://evila.test); write another."
    )


def test_what_does_not_print_is_written_out() -> None:
    """A value from elsewhere must not move the cursor, nor turn the text around."""
    sentence = Fault("c", "origins", "a\x1b[2J\n\u202e\x9d", "it is odd", "write another").sentence
    assert sentence.isprintable()
    assert r"a\x1b[2J\n\u202e\x9d" in sentence
