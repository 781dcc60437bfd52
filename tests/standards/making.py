"""Short ways to make requests, answers and pages for the tests of the standards."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cors_tui.standards.departures import NO_DEPARTURES, Departures
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.request import Page, Request, Role, WireRequest
from cors_tui.standards.response import Answer, Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Outcome

PAGE = "https://app.example.com"
API = "https://api.example.net/v1"

Headers = Mapping[str, str] | Sequence[tuple[str, str]]


def url(text: str) -> Url:
    """A URL that parses."""
    parsed = parse_url(text)
    assert parsed is not None
    return parsed


def headers(given: Headers = ()) -> HeaderList:
    """A header list of a mapping or of pairs."""
    return HeaderList(tuple(given.items()) if isinstance(given, Mapping) else tuple(given))


def page(origin: str = PAGE, **more: Any) -> Page:
    """A page; ``null`` makes one of an opaque origin, sandboxed on localhost."""
    where = url("http://localhost:3000/" if origin == "null" else origin)
    return Page(OPAQUE if origin == "null" else where.origin, where, **more)


def asks(target: str = API, *, at: str | Page = PAGE, sets: Headers = (), **more: Any) -> Request:
    """A request of a page (by its origin, or given) for `target`, with the headers that its author sets."""
    client = at if isinstance(at, Page) else page(at)
    return Request(client, parse_url(target), target, headers=headers(sets), **more)


def says(status: int = 200, given: Headers = (), **more: Any) -> Response:
    """A response."""
    return Response(status, headers(given), **more)


def allows(origin: str = PAGE, **more: str) -> Response:
    """A response with Access-Control-Allow-Origin, and more Access-Control headers: ``Allow_Methods="PUT"``."""
    named = {f"Access-Control-{name.replace('_', '-')}": value for name, value in more.items()}
    return says(200, {"Access-Control-Allow-Origin": origin, **named})


def ends(
    request: Request,
    *answers: Answer,
    departures: Departures = NO_DEPARTURES,
) -> Outcome:
    """How `request` ends when its wire requests are answered by `answers` in turn; the last answers all that follow."""
    left = list(answers) or [says()]

    def answer(_wire: WireRequest) -> Answer:
        return left.pop(0) if len(left) > 1 else left[0]

    return run(request, answer, departures)


def run(request: Request, answer: Callable[[WireRequest], Answer], departures: Departures = NO_DEPARTURES) -> Outcome:
    """How `request` ends at a server that is a function."""
    ended = drive(fetch(request, departures), answer)
    assert isinstance(ended, Outcome)
    return ended


def refusal(outcome: Outcome) -> str:
    """The refusal's code; "" when it resolved."""
    return outcome.failure.refusal.value if outcome.failure else ""


def sent(outcome: Outcome) -> list[str]:
    """The requests that went out, short: ``["OPTIONS", "PUT"]``."""
    return [exchange.request.method for exchange in outcome.exchanges]


def preflights(outcome: Outcome) -> list[WireRequest]:
    """The preflights that went out."""
    return [each.request for each in outcome.exchanges if each.request.role is Role.PREFLIGHT]
