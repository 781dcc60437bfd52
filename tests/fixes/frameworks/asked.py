"""The configuration and the requests that the measured tables are about, and a short way to write an answer down."""

from __future__ import annotations

from cors_tui.fixes.framework import Expected
from cors_tui.policy import CorsPolicy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.url import parse_url

A = "https://app.example.com"
B = "http://localhost:3000"
EVIL = "https://evil.example"

GOOD = CorsPolicy(
    origins=(A, B),
    methods=("GET", "POST", "PUT", "DELETE"),
    headers=("Content-Type", "Authorization", "X-API-Key"),
    expose=("X-Request-Id",),
    credentials=True,
    max_age=600,
)

_LETTERS = {
    "access-control-allow-credentials": "C",
    "access-control-allow-methods": "M",
    "access-control-allow-headers": "H",
    "access-control-max-age": "T",
    "access-control-expose-headers": "X",
}
_SHORT = {
    "Access-Control-Request-Method": "ACRM",
    "Access-Control-Request-Headers": "ACRH",
    "Access-Control-Request-Private-Network": "ACRPN",
}


def get(origin: str | None) -> WireRequest:
    """A GET from a page of `origin`."""
    return _wire(Role.ACTUAL, "GET", origin, [])


def preflight(
    origin: str | None = A, method: str = "POST", headers: str | None = "content-type,x-api-key"
) -> WireRequest:
    """A preflight from a page of `origin`."""
    pairs = [("Access-Control-Request-Method", method)]
    pairs += [("Access-Control-Request-Headers", headers)] if headers is not None else []
    return _wire(Role.PREFLIGHT, "OPTIONS", origin, pairs)


def plain_options(origin: str | None = A) -> WireRequest:
    """An OPTIONS that is no preflight."""
    return _wire(Role.ACTUAL, "OPTIONS", origin, [])


def brief(expected: Expected) -> str:
    """As in ``204 O=A CMHTX V=Origin``: status, who is allowed, which other headers stand there, Vary."""
    origins = [_origin(value) for value in expected.headers.get_all("access-control-allow-origin")]
    names = {name.lower() for name, _ in expected.headers}
    letters = "".join(letter for name, letter in _LETTERS.items() if name in names)
    vary = expected.headers.get("vary") or "-"
    for name, short in _SHORT.items():
        vary = vary.replace(name, short)
    status = f"{expected.status} " if expected.status is not None else ""
    return f"{status}O={'+'.join(origins) or '-'} {letters or '·'} V={vary}"


def _origin(value: str) -> str:
    return {A: "A", B: "B", EVIL: "EVIL"}.get(value, value)


def _wire(role: Role, method: str, origin: str | None, pairs: list[tuple[str, str]]) -> WireRequest:
    url = parse_url("https://api.example.com/ok")
    assert url is not None
    headers = [("Origin", origin)] if origin is not None else []
    return WireRequest(role, 0, method, url, HeaderList.of([*headers, *pairs]))
