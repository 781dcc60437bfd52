"""Cases for the tests of the session: a call, and answers in the order a browser asks."""

from __future__ import annotations

from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.session.asking import pending_requests
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Answer, Response
from cors_tui.standards.verdict import Exchange

APP = "https://app.example.com"
API = "https://api.example.com/users/7"

GET = Call(url=API, origin=APP)
PUT = Call(url=API, origin=APP, method="PUT", headers=HeaderList.of([("Content-Type", "application/json")]), body="{}")


def answered(call: Call, *answers: Answer) -> Case:
    """`call` after the browsers' requests were answered one after the other by `answers`."""
    case = Case(call)
    exchanges: list[Exchange] = []
    for answer in answers:
        wire = pending_requests(case)[0]
        exchanges.append(Exchange(wire, answer))
        case = case.with_sighting(Sighting(AS_ASKED, tuple(exchanges)))
    return case


def response(status: int, *headers: tuple[str, str], body: str = "") -> Response:
    return Response(status, HeaderList.of(headers), body=body)


ALLOW_ORIGIN = ("Access-Control-Allow-Origin", APP)
ALLOW_PUT = ("Access-Control-Allow-Methods", "PUT")
ALLOW_TYPE = ("Access-Control-Allow-Headers", "content-type")
