"""The CORS check: may this origin, in this credentials mode, read this response?

https://fetch.spec.whatwg.org/#concept-cors-check
"""

from __future__ import annotations

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

ALLOW_ORIGIN = "access-control-allow-origin"
ALLOW_CREDENTIALS = "access-control-allow-credentials"

_URL = f"{FETCH_STANDARD}#concept-cors-check"
MISSING = Step("CORS check", "2", _URL)
DIFFERENT = Step("CORS check", "4", _URL)
NOT_TRUE = Step("CORS check", "8", _URL)


def cors_check(headers: HeaderList, origin: str, mode: CredentialsMode) -> Failure | None:
    """None when the check passes; `origin` is the serialized request origin.

    https://fetch.spec.whatwg.org/#concept-cors-check
    """
    got = headers.get(ALLOW_ORIGIN)
    if got is None:
        return Failure(Refusal.ALLOW_ORIGIN_MISSING, MISSING, ALLOW_ORIGIN, None, origin)
    with_credentials = mode is CredentialsMode.INCLUDE
    if got == "*" and not with_credentials:
        return None
    if got != origin:
        return Failure(_kind_of(got, headers), DIFFERENT, ALLOW_ORIGIN, got, origin)
    if not with_credentials:
        return None
    credentials = headers.get(ALLOW_CREDENTIALS)
    if credentials == "true":
        return None
    return Failure(Refusal.ALLOW_CREDENTIALS, NOT_TRUE, ALLOW_CREDENTIALS, credentials, "true")


def _kind_of(got: str, headers: HeaderList) -> Refusal:
    """The standard has one step for every other value; people and browsers tell four apart."""
    if len(headers.get_all(ALLOW_ORIGIN)) > 1 or "," in got or " " in got:
        return Refusal.ALLOW_ORIGIN_MULTIPLE
    if got == "*":
        return Refusal.ALLOW_ORIGIN_WILDCARD
    # Browsers parse the bytes as UTF-8; a value that is no URL at all is told apart from another origin's.
    if got != "null" and parse_url(got.encode("latin-1", "replace").decode("utf-8", "replace")) is None:
        return Refusal.ALLOW_ORIGIN_INVALID
    return Refusal.ALLOW_ORIGIN_MISMATCH
