"""Words for people that the screens use: a refusal in a few words, a status with its reason."""

from __future__ import annotations

from http import HTTPStatus

from cors_tui.browsers.browser import Reading
from cors_tui.session.judging import Fault
from cors_tui.standards.response import NetworkError, Response
from cors_tui.standards.verdict import Exchange, Failure, Refusal

_SHORT = {
    Refusal.URL_INVALID: "the URL is not one",
    Refusal.URL_HAS_CREDENTIALS: "the URL holds a user name",
    Refusal.METHOD_INVALID: "the method is not one",
    Refusal.METHOD_FORBIDDEN: "no page may use this method",
    Refusal.HEADER_INVALID: "a request header is not one",
    Refusal.KEEPALIVE_BODY_TOO_LONG: "more than 64 KiB with keepalive",
    Refusal.BODY_NOT_ALLOWED: "GET and HEAD have no body",
    Refusal.SCHEME_NOT_HTTP: "the scheme is not http or https",
    Refusal.BAD_PORT: "browsers block this port",
    Refusal.NO_ADDRESS: "0.0.0.0 is no address to call",
    Refusal.MIXED_CONTENT: "an https page calls http",
    Refusal.ALLOW_ORIGIN_MISSING: "no Allow-Origin header",
    Refusal.ALLOW_ORIGIN_MULTIPLE: "Allow-Origin has several values",
    Refusal.ALLOW_ORIGIN_INVALID: "Allow-Origin is not an origin",
    Refusal.ALLOW_ORIGIN_MISMATCH: "Allow-Origin is another origin",
    Refusal.ALLOW_ORIGIN_WILDCARD: "`*` does not count with credentials",
    Refusal.ALLOW_CREDENTIALS: "Allow-Credentials is not `true`",
    Refusal.PREFLIGHT_STATUS: "the status is not ok",
    Refusal.PREFLIGHT_REDIRECT: "it is a redirect",
    Refusal.ALLOW_METHODS_INVALID: "Allow-Methods does not parse",
    Refusal.ALLOW_HEADERS_INVALID: "Allow-Headers does not parse",
    Refusal.METHOD_NOT_ALLOWED: "the method is not allowed",
    Refusal.HEADER_NOT_ALLOWED: "a header is not allowed",
    Refusal.NETWORK: "no answer from the server",
    Refusal.RESPONSE_INVALID: "the answer is not HTTP",
    Refusal.LNA_ASKS: "local network: the user is asked",
    Refusal.LNA_PERMISSION_DENIED: "local network: not permitted",
    Refusal.LNA_INSECURE_CONTEXT: "local network: the page is not https",
    Refusal.LNA_TARGET_SPACE_MISMATCH: "the address is in another network than said",
    Refusal.ONLY_IF_CACHED: "only-if-cached goes with same-origin",
    Refusal.NO_CORS_METHOD: "no-cors has no such method",
    Refusal.NO_CORS_REDIRECT_MODE: "no-cors follows every redirect",
    Refusal.SAME_ORIGIN_MODE: "same-origin mode calls nobody else",
    Refusal.CSP_CONNECT_SRC: "the page's own policy forbids it",
    Refusal.REDIRECT_MODE_ERROR: "a redirect, and the call wants none",
    Refusal.REDIRECT_HAS_CREDENTIALS: "the redirect holds a user name",
    Refusal.REDIRECT_SCHEME: "the redirect leads away from http",
    Refusal.REDIRECT_LOCATION_INVALID: "the redirect leads nowhere",
    Refusal.REDIRECT_TOO_MANY: "too many redirects",
    Refusal.REDIRECT_SAME_ORIGIN_MODE: "the redirect leaves the page's origin",
    Refusal.CORP: "the file may not be embedded here",
    Refusal.OPAQUE_RESPONSE_BLOCKED: "not of the kind that is embedded",
    Refusal.INTEGRITY: "not the content the page expects",
    Refusal.WRONG_TYPE: "not of the type that is loaded",
    Refusal.STATUS_NOT_OK: "the status is not ok",
}


def short_fault(fault: Fault) -> str:
    """The fault in a few words: where, what, and the bytes that matter most."""
    failure = fault.failure
    return _short(failure.refusal, failure.in_preflight, failure.about, failure.status)


def short_reading(reading: Reading) -> str:
    """What a browser's line says, in a few words: ``preflight: no Allow-Origin header``."""
    if reading.refusal is not None and (reading.refusal is not Refusal.NETWORK or not reading.network):
        return _short(reading.refusal, reading.in_preflight is True, reading.value, reading.status)
    if reading.network in ("", "ERR_FAILED"):
        return "blocked, and why is not told"
    return f"net::{reading.network}"


def _short(refusal: Refusal, in_preflight: bool, about: str, status: int | None) -> str:
    where = "preflight: " if in_preflight else ""
    words = _SHORT[refusal]
    if refusal in (Refusal.PREFLIGHT_STATUS, Refusal.PREFLIGHT_REDIRECT) and status is not None:
        words = f"{words} ({status})"
    if refusal in (Refusal.METHOD_NOT_ALLOWED, Refusal.HEADER_NOT_ALLOWED) and about:
        words = f"{about} is not allowed"
    return f"{where}{words}"


def role_of(failure: Failure) -> str:
    """Where the failure stands."""
    if failure.request is None:
        return "before anything is sent"
    return "preflight" if failure.in_preflight else "request"


def outcome_of(exchange: Exchange) -> str:
    """The status with its reason and the time it took, or how the network failed."""
    answer = exchange.answer
    if isinstance(answer, NetworkError):
        return f"{answer.failure.value}: {answer.detail}" if answer.detail else answer.failure.value
    return f"{status_of(answer)}  {milliseconds(answer.elapsed)}"


def status_of(answer: Response) -> str:
    """``405 Method Not Allowed``: the server's reason, or the usual one."""
    known = {status.value: status.phrase for status in HTTPStatus}
    reason = answer.reason or known.get(answer.status, "")
    return f"{answer.status} {reason}".strip()


def milliseconds(seconds: float) -> str:
    """``12 ms``, ``1.2 s``."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
