"""Exit codes are a promise to scripts."""

from __future__ import annotations

from cors_tui.cli._exit import Exit


def test_the_codes_are_the_documented_ones() -> None:
    """0 allowed, 1 blocked, 2 usage, 3 unreachable, 4 undecided, 70 internal, 130 interrupted."""
    assert [(code.name, int(code)) for code in Exit] == [
        ("ALLOWED", 0),
        ("BLOCKED", 1),
        ("USAGE", 2),
        ("UNREACHABLE", 3),
        ("UNDECIDED", 4),
        ("INTERNAL", 70),
        ("INTERRUPTED", 130),
    ]
