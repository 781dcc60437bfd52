"""The case is immutable; nothing typed or answered is lost on the way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Call, Case, Lookup, Sighting
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import AddressSpace, CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange

CALL = Call(
    url="https://api.example.com/users?x=1#top", origin="https://app.example.com", method="PUT", cookie="a=1; b"
)


def sighting() -> Sighting:
    url = parse_url(CALL.url)
    assert url is not None
    return Sighting(AS_ASKED, (Exchange(WireRequest(Role.PREFLIGHT, 0, "OPTIONS", url), Response(204)),))


def test_a_call_becomes_the_standards_request() -> None:
    """Texts become parsed values; the text of the URL stays for messages."""
    request = CALL.request()
    assert str(request.page.origin) == "https://app.example.com"
    assert request.url is not None
    assert request.url.target == "/users?x=1"
    assert request.credentials_mode is CredentialsMode.SAME_ORIGIN


def test_the_page_has_the_headers_it_came_with() -> None:
    """They say what it may do, and are not sent."""
    policy = HeaderList((("Content-Security-Policy", "connect-src 'self'"),))
    request = replace(CALL, page_headers=policy).request()
    assert request.page.headers == policy
    assert request.headers == CALL.headers


def test_a_cookie_text_becomes_a_jar_for_the_called_host() -> None:
    """Each pair is a cookie; a name alone has an empty value."""
    assert [(c.name, c.value, c.host) for c in CALL.cookies()] == [
        ("a", "1", "api.example.com"),
        ("b", "", "api.example.com"),
    ]


def test_an_origin_that_is_none_counts_as_opaque() -> None:
    """`null` and nonsense alike: the page has no tuple origin."""
    assert str(replace(CALL, origin="null").request().page.origin) == "null"
    assert str(replace(CALL, origin="not an origin").request().page.origin) == "null"


def test_changing_the_call_drops_what_was_seen_and_keeps_the_answers() -> None:
    """What was seen belongs to the old call; the person's answers do not."""
    case = Case(CALL).with_answer("cdn", "yes").with_sighting(sighting()).with_consent("send")
    changed = case.with_call(replace(CALL, method="DELETE"))
    assert changed.answers == {"cdn": "yes"}
    assert changed.seen == {}
    assert changed.consents == frozenset()
    assert case.with_call(CALL) is case


def test_asking_again_keeps_what_was_seen_before() -> None:
    """The next probe can be compared with the last."""
    again = Case(CALL).with_sighting(sighting()).asking_again()
    assert again.seen == {}
    assert again.before[AS_ASKED].exchanges


def test_a_known_answer_is_found_by_what_a_server_need_not_be_asked_twice() -> None:
    """The same request in another browser's dressing is known; another one is not."""
    case = Case(CALL).with_sighting(sighting())
    wire = sighting().exchanges[0].request
    assert case.known_answer(wire) == Response(204)
    assert case.known_answer(replace(wire, hop=1)) is None


def test_the_answer_of_one_unsafe_request_serves_every_browsers_form_of_it() -> None:
    """One consent means one request; a safe request in another form is another request."""
    url = parse_url(CALL.url)
    assert url is not None
    put = WireRequest(Role.ACTUAL, 0, "PUT", url, HeaderList.of([("Cookie", "a=1")]))
    get = replace(put, method="GET")
    case = Case(CALL).with_sighting(Sighting(AS_ASKED, (Exchange(put, Response(200)), Exchange(get, Response(201)))))
    assert case.known_answer(replace(put, headers=HeaderList())) == Response(200)
    assert case.known_answer(replace(get, headers=HeaderList())) is None


SPACES = [
    ((), AddressSpace.UNKNOWN),
    (("192.168.1.20", "93.184.216.34"), AddressSpace.LOCAL),
    (("fd00::1",), AddressSpace.LOCAL),
    (("::1",), AddressSpace.LOOPBACK),
    (("93.184.216.34",), AddressSpace.PUBLIC),
]


@pytest.mark.parametrize(("addresses", "space"), SPACES)
def test_a_lookup_counts_by_the_address_a_browser_tries_first(addresses: tuple[str, ...], space: AddressSpace) -> None:
    assert Lookup("nas.example.com", addresses).space is space


def test_the_request_knows_where_looked_up_names_lead() -> None:
    """Until it is asked again: then they are looked up anew."""
    call = replace(CALL, origin="https://app.example.com", url="https://nas.example.com/")
    case = replace(Case(call), lookups=(Lookup("app.example.com", ("93.184.216.34",)),))
    assert case.request().page.address_space is AddressSpace.PUBLIC
    assert case.call.request().page.address_space is AddressSpace.UNKNOWN
    assert case.asking_again().request() == case.call.request()
