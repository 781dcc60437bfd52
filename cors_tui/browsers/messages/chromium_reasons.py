"""What stands after *blocked by CORS policy* on Chromium's console, and what is told instead of it."""

from __future__ import annotations

import re

from cors_tui.browsers.messages import chromium_shapes as shapes
from cors_tui.standards.request import Initiator, Request
from cors_tui.standards.verdict import Failure, Refusal

_HINTED_VALUES = frozenset({Refusal.ALLOW_ORIGIN_MULTIPLE, Refusal.ALLOW_ORIGIN_INVALID, Refusal.ALLOW_ORIGIN_MISMATCH})

_HINTED_CREDENTIALS = frozenset({Refusal.ALLOW_ORIGIN_WILDCARD, Refusal.ALLOW_CREDENTIALS})

_NOT_PLAIN = re.compile(r"[^\x20-\x7e]")


def reason(failure: Failure) -> str:
    """The sentence that names why, with the value as Chromium shows it."""
    value = failure.got or ""
    about = failure.about
    if failure.refusal is Refusal.REDIRECT_HAS_CREDENTIALS:
        value = ""
    elif failure.refusal in (Refusal.LNA_PERMISSION_DENIED, Refusal.LNA_INSECURE_CONTEXT):
        value = failure.about
    elif failure.refusal is Refusal.LNA_TARGET_SPACE_MISMATCH:
        about, value = failure.wanted or "", failure.about
    return shapes.REASONS[failure.refusal].fill(value=_escaped(value), about=about)


def _escaped(value: str) -> str:
    """A header's value with control characters and all beyond ASCII as ``\\uXXXX``."""
    return _NOT_PLAIN.sub(lambda found: f"\\u{ord(found[0]):04X}", value)


def hint(failure: Failure, request: Request) -> str:
    """The advice that follows some reasons, by what made the request."""
    if request.initiator is Initiator.FETCH and failure.refusal in _HINTED_VALUES:
        return shapes.VALID_VALUE_HINT
    if request.initiator is Initiator.XHR and failure.refusal in _HINTED_CREDENTIALS:
        return shapes.WITH_CREDENTIALS_HINT
    return ""
