"""What is wrong with what was typed, field by field, in one sentence."""

from __future__ import annotations

from cors_tui.case import Call, Connection
from cors_tui.inputs.faults import connection_faults, faults
from cors_tui.masking import masked_url


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


def what_was_mended(before: Call, after: Call) -> str:
    """What the page does otherwise now, in one sentence; "" when it does the same."""
    changed = [f"its URL is {masked_url(after.url)}"] if after.url != before.url else []
    changed += [f"it stands at {after.origin}"] if after.origin != before.origin else []
    changed += [f"it comes with {n}: {v}" for n, v in after.page_headers if (n, v) not in before.page_headers.pairs]
    changed += ["it sends no body"] if before.body is not None and after.body is None else []
    return f"The page was mended, too: {', '.join(changed)}." if changed else ""
