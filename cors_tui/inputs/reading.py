"""Recognising by itself what a person pasted, and reading it. Nothing in it is run, expanded, fetched or followed."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Call, Case
from cors_tui.inputs.reader import LONGEST, UNKNOWN, Understood, known_readers
from cors_tui.standards.request import CredentialsMode

__all__ = ["Understood", "onto_case", "read_input"]

_LOOKED_AT = 100_000
"""Characters from which the kind of a text is told."""

_HINT = "Paste a URL, a curl command, the page's code, the console's red lines, a HAR, or a response's headers."


def read_input(text: str) -> Understood:
    """What `text` is understood as, by the reader that claims it most surely. Never raises."""
    kept = text[:LONGEST]
    claims = [(reader.claim(kept[:_LOOKED_AT]), name) for name, reader in known_readers().items()]
    surest, name = max(claims, default=(0.0, ""))
    if not kept.strip():
        return Understood(UNKNOWN, missed=(f"There is no text. {_HINT}",))
    if surest <= 0:
        return Understood(UNKNOWN, missed=(f"The text was not understood. {_HINT}",))
    understood = known_readers()[name].read(kept)
    if len(text) > LONGEST:
        left_out = f"Only the first {LONGEST >> 20} MiB were read."
        understood = replace(understood, missed=(*understood.missed, left_out))
    return understood


def onto_case(case: Case, text: str, understood: Understood, which: int = 0) -> Case:
    """`case` after a paste: the text kept whole, the call number `which` taken over where the text holds it.

    What the text does not say stays as the person had it: the origin, and for a text that names only a URL (a console
    line, a header dump without its request) everything else of the same URL.
    """
    case = replace(case, pasted=(*case.pasted, text))
    if not 0 <= which < len(understood.calls):
        return case
    call = _completed(case.call, understood.calls[which], understood.kind)
    return replace(case.with_call(call), connection=understood.connection_onto(case.connection))


def _completed(old: Call, new: Call, kind: str) -> Call:
    if kind in ("console", "url") and new.url in ("", old.url):
        return replace(old, origin=new.origin or old.origin, method=_surer(new.method, old.method))
    credentials = old.credentials if kind == "url" and old.url else new.credentials
    if new.cookie:
        credentials = CredentialsMode.INCLUDE
    return replace(new, origin=new.origin or old.origin, credentials=credentials)


def _surer(new: str, old: str) -> str:
    """GET is what a text says that names no method."""
    return old if new == "GET" else new
