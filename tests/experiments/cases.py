"""Cases for the tests of the experiments."""

from __future__ import annotations

from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Exchange

URL = "https://api.example.com/users?page=2"
PAGE = "https://app.example.com"
SIMPLE = Case(Call(url=URL, origin=PAGE))
LOCAL = Case(Call(url="http://localhost:8000/users", origin="http://localhost:3000"))
WITH_TOKEN = Case(Call(url=URL, origin=PAGE, headers=HeaderList((("Authorization", "Bearer t"),))))


def url(text: str) -> Url:
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


def preflighted(method: str = "PUT") -> Case:
    """A case whose preflight was seen."""
    case = Case(Call(url=URL, origin=PAGE, method=method, headers=HeaderList((("X-Api-Key", "k"),))))
    asked = HeaderList(
        (("Origin", PAGE), ("Access-Control-Request-Method", method), ("Access-Control-Request-Headers", "x-api-key"))
    )
    wire = WireRequest(Role.PREFLIGHT, 0, "OPTIONS", url(URL), asked)
    return case.with_sighting(Sighting(AS_ASKED, (Exchange(wire, Response(204)),)))


CASES = {
    "a simple get": SIMPLE,
    "with a token": WITH_TOKEN,
    "a preflighted put": preflighted(),
    "a preflighted get": preflighted("GET"),
    "a post": Case(Call(url=URL, origin=PAGE, method="POST", body="a")),
    "at localhost": LOCAL,
    "from a file": Case(Call(url=URL, origin="null")),
    "without a page": Case(Call(url=URL)),
    "with cookies": Case(Call(url=URL, origin=PAGE, credentials=CredentialsMode.INCLUDE, cookie="sid=1")),
    "behind an edge": SIMPLE.with_answer("origin-server", "10.0.0.5:8000"),
    "no url": Case(),
    "not http": Case(Call(url="data:,a", origin=PAGE)),
}


def origins(sent: tuple[WireRequest, ...]) -> list[str | None]:
    """The Origin of each request, None for none."""
    return [wire.headers.get("origin") for wire in sent]
