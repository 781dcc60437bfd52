"""A writer: one form in which a case is copied. One file each in `cors_tui/inputs/writers/`, binding ``WRITER``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cors_tui import registry
from cors_tui.case import Case


@dataclass(frozen=True, slots=True)
class Writer:
    """One form, saved in files that end with `suffix`.

    `write` gives the text for a case; a secret stands as a variable named after its header, so that the text works once
    that is set, unless the second argument (show secrets) is True. It never raises.
    """

    title: str
    write: Callable[[Case, bool], str]
    suffix: str = ".txt"


def known_writers() -> dict[str, Writer]:
    """Every writer by name."""
    return registry.entries("cors_tui.inputs.writers", "WRITER", Writer)
