"""What Chromium says of plain requests of an https page, as it printed it for pages and targets at these addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.case import Call
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator, Mode, Request
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome

PUBLIC, LOCAL = "https://8.8.8.3", "https://192.168.1.4"
SHOULD, MUST, UPGRADED = "also be served", "This request has been blocked", "automatically upgraded"
BY_ADDRESS, BY_NAME = "host is an IP address", "it is a local network request"
DENIED = "Permission was denied"


def told(request: Request, *, location: str = "") -> list[str]:
    """The lines, less the network's own word, for a server that allows everything, or leads to `location`."""
    allowed = HeaderList((("Access-Control-Allow-Origin", "*"),))
    leads = Response(302, HeaderList((*allowed.pairs, ("Location", location))))
    chromium = known_browsers()["chromium"]
    ended = drive(
        fetch(request, chromium.departures), lambda wire: Response(200, allowed) if wire.hop or not location else leads
    )
    assert isinstance(ended, Outcome)
    return [line.text for line in chromium.write(ended, request) if line.source != "network"]


@pytest.mark.parametrize(
    ("page", "target", "initiator", "words"),
    [
        pytest.param("http://8.8.8.3", "http://8.8.8.9/a", Initiator.FETCH, [], id="an http page"),
        pytest.param(LOCAL, "http://127.0.0.1/a", Initiator.FETCH, [], id="loopback"),
        pytest.param(LOCAL, "https://192.168.1.6/a", Initiator.FETCH, [], id="https"),
        pytest.param(LOCAL, "http://nas.lan/a", Initiator.FETCH, [MUST], id="a name"),
        pytest.param(LOCAL, "http://192.168.1.6/a", Initiator.FETCH, [SHOULD], id="a private address"),
        pytest.param(LOCAL, "http://printer.local/a", Initiator.SCRIPT, [SHOULD], id="a name of multicast DNS"),
        pytest.param(PUBLIC, "http://192.168.1.6/a", Initiator.XHR, [SHOULD, DENIED], id="from a public page"),
        pytest.param(LOCAL, "http://127.0.0.1/a", Initiator.IMAGE, [BY_ADDRESS], id="image: loopback"),
        pytest.param(LOCAL, "http://nas.lan/a", Initiator.IMAGE, [UPGRADED], id="image: a name"),
        pytest.param(
            LOCAL, "http://192.168.1.6/a", Initiator.IMAGE, [BY_ADDRESS, SHOULD], id="image: a private address"
        ),
        pytest.param(LOCAL, "http://printer.local/a", Initiator.IMAGE, [BY_NAME, SHOULD], id="image: multicast DNS"),
        pytest.param(LOCAL, "http://8.8.8.9/a", Initiator.IMAGE, [BY_ADDRESS, MUST], id="image: a public address"),
    ],
)
def test_what_is_printed_in_its_order(page: str, target: str, initiator: Initiator, words: list[str]) -> None:
    lines = told(Call(target, page, initiator=initiator).request())
    assert len(lines) == len(words)
    assert all(word in line for word, line in zip(words, lines, strict=True))


def test_every_hop_that_is_let_through_is_warned_of() -> None:
    lines = told(Call("http://192.168.1.6/a", LOCAL).request(), location="http://10.0.0.7/b")
    assert [("192.168.1.6/a" in line, "10.0.0.7/b" in line) for line in lines] == [(True, False), (False, True)]


def test_what_is_refused_first_is_not_warned_of() -> None:
    (line,) = told(Call("http://192.168.1.6/a", LOCAL, mode=Mode.SAME_ORIGIN).request())
    assert 'Request mode is "same-origin"' in line


def test_an_image_is_called_an_element_while_it_may_be_upgraded_and_an_image_after_that() -> None:
    first, second = told(Call("http://192.168.1.6/a", LOCAL, initiator=Initiator.IMAGE).request())
    assert ("insecure element" in first, "insecure image" in second) == (True, True)


def test_a_declared_target_is_warned_of_whatever_its_name() -> None:
    request = replace(Call("http://nas.lan/a", LOCAL).request(), target_address_space="private")
    (line,) = told(request)
    assert SHOULD in line
