"""Faults of the methods, header names and max-age of a policy."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.fixes.fault import Fault
from cors_tui.standards.infra import is_token
from cors_tui.standards.method import is_forbidden_method
from cors_tui.standards.request_headers import is_forbidden_header

CHROMIUM_CAP = 7200
FIREFOX_CAP = 86400
WEBKIT_CAP = 600

_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "QUERY"}
_RESPONSE_HEADERS = {
    "access-control-allow-origin",
    "access-control-allow-credentials",
    "access-control-allow-methods",
    "access-control-allow-headers",
    "access-control-expose-headers",
    "access-control-max-age",
    "vary",
    "location",
    "server",
    "age",
    "www-authenticate",
    "allow",
    "accept-ranges",
    "retry-after",
    "cross-origin-resource-policy",
    "strict-transport-security",
}
_REQUEST_HEADERS = {
    "origin",
    "authorization",
    "cookie",
    "host",
    "referer",
    "user-agent",
    "accept",
    "accept-language",
    "accept-encoding",
    "if-none-match",
    "if-modified-since",
    "access-control-request-method",
    "access-control-request-headers",
}
_UNREADABLE = {"set-cookie", "set-cookie2"}  # https://fetch.spec.whatwg.org/#forbidden-response-header-name


def method_faults(methods: tuple[str, ...], *, credentials: bool) -> Iterator[Fault]:
    """Faults of the methods a preflight allows."""
    yield from _wildcard_faults("methods", methods, credentials, "list the methods, as in PUT")
    for method in methods:
        if not is_token(method):
            yield Fault("not-a-token", "methods", method, "it is not a method", "write a name such as PUT")
        elif is_forbidden_method(method):
            yield Fault("forbidden-method", "methods", method, "no page can send it", "take it out")
        elif method.upper() in _METHODS and method != method.upper():
            why = "methods are compared byte for byte, and browsers send the common ones in upper case"
            yield Fault("method-case", "methods", method, why, f"write {method.upper()}")


def header_faults(headers: tuple[str, ...], *, credentials: bool) -> Iterator[Fault]:
    """Faults of the request headers a preflight allows."""
    yield from _wildcard_faults("headers", headers, credentials, "list the headers, as in X-API-Key")
    if "*" in headers and not credentials:
        why = "`*` never covers Authorization in the standard"
        yield Fault("wildcard-authorization", "headers", "*", why, "list Authorization if it is sent", grave=False)
    for header in headers:
        name = header.lower()
        if not is_token(header):
            yield Fault("not-a-token", "headers", header, "it is not a header name", "write a name such as X-API-Key")
        elif name in _RESPONSE_HEADERS:
            why = "it is a response header, and this is the list of what a request may carry"
            yield Fault("response-header", "headers", header, why, "take it out; for scripts to read it, expose it")
        elif is_forbidden_header(name, ""):
            why = "the browser alone sets it, no page can"
            yield Fault("forbidden-header", "headers", header, why, "take it out", grave=False)


def expose_faults(expose: tuple[str, ...], *, credentials: bool) -> Iterator[Fault]:
    """Faults of the response headers that scripts may read."""
    yield from _wildcard_faults("expose", expose, credentials, "list the headers, as in X-Request-Id")
    for header in expose:
        name = header.lower()
        if not is_token(header):
            yield Fault("not-a-token", "expose", header, "it is not a header name", "write a name such as X-Request-Id")
        elif name in _UNREADABLE:
            yield Fault("forbidden-expose", "expose", header, "no script may ever read it", "take it out")
        elif name in _REQUEST_HEADERS:
            why = "it is a request header, and this is the list of what scripts read from responses"
            yield Fault(
                "request-header", "expose", header, why, "take it out; to allow it in requests, add it to headers"
            )


def max_age_faults(max_age: int | None) -> Iterator[Fault]:
    """Faults of the seconds a preflight's answer may be kept: https://fetch.spec.whatwg.org/#http-access-control-max-age"""
    if max_age is None:
        return
    if max_age < 0:
        yield Fault("max-age", "max_age", str(max_age), "seconds are not negative", "write 0 to have nothing kept")
    elif max_age > FIREFOX_CAP:
        why = f"no browser keeps it so long: Firefox {FIREFOX_CAP} s, Chromium {CHROMIUM_CAP}, Safari {WEBKIT_CAP}"
        yield Fault("max-age", "max_age", str(max_age), why, f"write {CHROMIUM_CAP} or less")
    elif max_age > WEBKIT_CAP:
        caps = [f"Safari keeps {WEBKIT_CAP} s at most"]
        caps += [f"Chromium {CHROMIUM_CAP}"] if max_age > CHROMIUM_CAP else []
        yield Fault(
            "max-age-capped", "max_age", str(max_age), ", ".join(caps), "expect more preflights there", grave=False
        )


def _wildcard_faults(place: str, names: tuple[str, ...], credentials: bool, instead: str) -> Iterator[Fault]:
    if "*" not in names:
        return
    if credentials:
        yield Fault("literal-wildcard", place, "*", "with credentials `*` is a name, not a wildcard", instead)
    elif len(names) > 1 and place != "headers":
        yield Fault(
            "wildcard-among-others", place, "*", "`*` covers the others already", "write `*` alone, or the list"
        )
