"""What is wrong with what was typed, field by field."""

from __future__ import annotations

from cors_tui.case import Call


def sentence_about(call: Call, field: str) -> str:
    """One sentence on the first fault of `field` ("url", "origin", "method", "headers"), "" when there is none."""
    return ""
