"""What is wrong with what was typed, field by field, in one sentence."""

from __future__ import annotations

from cors_tui.case import Call, Connection
from cors_tui.inputs.faults import connection_faults, faults


def sentence_about(call: Call, field: str) -> str:
    """The first fault of `field` (url, origin, method, headers) in `call`: what is wrong, where, what to do.

    "" when nothing is wrong, and while the field is still empty.
    """
    if not getattr(call, field):
        return ""
    return next((found.sentence for found in faults(call) if found.field == field), "")


def what_hinders(call: Call, connection: Connection | None = None) -> str:
    """The first fault that has to be mended before anything can be asked, "" when nothing hinders."""
    every = (*faults(call), *connection_faults(connection or Connection()))
    return next((found.sentence for found in every if found.is_error), "")
