"""The engines: what each is made of."""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Page, Request, Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Failure, Outcome, Refusal, Step


def test_the_three_engines_in_the_order_of_their_names() -> None:
    assert [(name, browser.title) for name, browser in known_browsers().items()] == [
        ("chromium", "Chromium"),
        ("firefox", "Firefox"),
        ("webkit", "Safari"),
    ]


def test_each_engine_knows_its_own_name() -> None:
    assert all(name == browser.name for name, browser in known_browsers().items())


def test_no_engine_departs_as_another_does() -> None:
    departures = [browser.departures for browser in known_browsers().values()]
    assert len(set(departures)) == len(departures)


def at(text: str) -> Url:
    url = parse_url(text)
    assert url is not None
    return url


API = at("https://api.example/x")
ANSWERS: list[Answer | None] = [
    None,
    Response(302, HeaderList((("Location", "/y"), ("Access-Control-Allow-Origin", "\x00\xff")))),
    *(NetworkError(failure) for failure in NetworkFailure),
]


@pytest.mark.parametrize("refusal", Refusal, ids=lambda refusal: refusal.value)
def test_every_engine_has_something_to_write_for_every_refusal(refusal: Refusal) -> None:
    """Whatever is known of it, and whatever asked: nothing raises, and no slot is left open."""
    page = Page(at("https://app.example/").origin, at("https://app.example/"))
    for browser in known_browsers().values():
        for initiator in Initiator:
            request = Request(page=page, url=API, url_text=API.href, initiator=initiator)
            for answer in ANSWERS:
                for wire in (None, WireRequest(Role.PREFLIGHT, 0, "OPTIONS", API)):
                    failure = Failure(refusal, Step("some step", "1", ""), url=API.href, request=wire, answer=answer)
                    lines = browser.write(Outcome(failure=failure), request)
                    texts = [line.text.removeprefix("None of the “") for line in lines]
                    assert not any("{" in text or "None" in text for text in texts)
