"""Subresource Integrity: does a body have the hash the page wrote down?

https://w3c.github.io/webappsec-subresource-integrity/
"""

from __future__ import annotations

import base64
import hashlib
import re

from cors_tui.standards.verdict import Failure, Refusal, Step

MISMATCH = Step(
    "Do bytes match metadataList?",
    "6",
    "https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist",
)

_ENTRY = re.compile(r"(sha256|sha384|sha512)-([A-Za-z0-9+/_-]+={0,2})(?:\?.*)?")


def integrity_failure(metadata: str, body: str) -> Failure | None:
    """None when the body matches one of the strongest hashes, or none is understood.

    https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist
    """
    entries = [match.groups() for word in metadata.split() if (match := _ENTRY.fullmatch(word))]
    if not entries:
        return None
    strongest = max(kind for kind, _ in entries)
    digest = hashlib.new(strongest, body.encode("latin-1", "replace")).digest()
    actual = base64.b64encode(digest).decode("ascii")
    wanted = {value.replace("-", "+").replace("_", "/") for kind, value in entries if kind == strongest}
    if actual in wanted:
        return None
    return Failure(Refusal.INTEGRITY, MISMATCH, got=f"{strongest}-{actual}", wanted=metadata)
