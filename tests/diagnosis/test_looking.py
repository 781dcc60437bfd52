"""Looking at facts: the questions every cause asks, near misses first."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Facts
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts, no_answer
from cors_tui.standards.response import NetworkFailure, Response
from cors_tui.standards.verdict import Exchange

BARE = facts(call(), actual=answer(200, "Server: x"))
FINE = facts(call(), actual=answer(200, *allows()))
REDIRECT = facts(call(), actual=answer(302, "Location: ../login?next=a#b"))
KEYED = call("GET", "X-Api-Key: k")


def the(exchange: Exchange | None) -> Exchange:
    assert exchange is not None
    return exchange


LETS_IN = {
    "absent": (BARE, False),
    "the origin": (FINE, True),
    "everybody": (facts(call(), actual=answer(200, *allows("*"))), True),
    "everybody, with credentials": (facts(call(cookies=True), actual=answer(200, *allows("*"))), False),
    "a slash": (facts(call(), actual=answer(200, *allows(f"{PAGE}/"))), False),
    "twice": (facts(call(), actual=answer(200, *allows(), *allows())), False),
}


@pytest.mark.parametrize("name", LETS_IN)
def test_who_is_let_in(name: str) -> None:
    seen, wanted = LETS_IN[name]
    assert look.lets_in(seen, look.actual(seen)) is wanted


FAILED = {
    "a good answer": (BARE, False),
    "an error the page can read": (facts(call(), actual=answer(500, *allows())), False),
    "an error behind a failed preflight": (facts(KEYED, preflight=answer(404), actual=answer(500)), False),
    "an error": (facts(call(), actual=answer(500)), True),
    "an error behind a good preflight": (
        facts(KEYED, preflight=answer(204, *allows_all_of()), actual=answer(400)),
        True,
    ),
    "the preflight's own failure": (facts(KEYED, preflight=answer(500)), True),
}


@pytest.mark.parametrize("name", FAILED)
def test_the_status_a_page_cannot_see(name: str) -> None:
    seen, wanted = FAILED[name]
    assert (look.failed_status(seen) is not None) is wanted


def test_blocked_and_allowed_are_not_opposites() -> None:
    pending = facts(call("PUT", body="a"), preflight=answer(204, *allows_all_of()))
    assert (look.blocked(BARE), look.allowed(BARE)) == (True, False)
    assert (look.blocked(FINE), look.allowed(FINE)) == (False, True)
    assert (look.blocked(pending), look.allowed(pending)) == (False, False)


def test_a_redirect_is_resolved_against_what_was_asked() -> None:
    ((exchange, to),) = look.redirects(REDIRECT)
    assert exchange is REDIRECT.actual
    assert to.href == "https://api.example.com/login?next=a#b"
    assert "https://api.example.com/login" in look.redirect_says(exchange, to)
    assert look.redirects(facts(call(), actual=answer(302))) == ()
    assert look.redirects(facts(call(), actual=answer(304, "Location: /"))) == ()


def test_a_header_is_quoted_with_all_its_lines_as_they_were() -> None:
    seen = facts(call(), actual=answer(200, "access-control-allow-Origin: a", "X: y", "Access-Control-Allow-Origin: b"))
    quoted = look.header(the(seen.actual), look.ALLOW_ORIGIN, "twice").quote
    assert quoted == "access-control-allow-Origin: a\nAccess-Control-Allow-Origin: b"


def test_absence_is_shown_by_what_there_is_instead() -> None:
    evidence = look.lacks(the(BARE.actual), look.ALLOW_ORIGIN)
    assert evidence.quote == "HTTP/1.1 200"
    assert "Server" in evidence.shows


def test_secrets_are_masked_in_what_is_quoted() -> None:
    url = "https://api.example.com/users?token=s3cret"
    seen = facts(call(url=url), actual=answer(200, "Set-Cookie: sid=s3cret; Path=/", "Location: /?token=s3cret"))
    exchange = the(seen.actual)
    quoted = [look.header(exchange, name, "") for name in ("Set-Cookie", "Location")]
    assert all("s3cret" not in evidence.quote + evidence.where for evidence in quoted)
    assert "Path=/" in quoted[0].quote


def test_what_was_sent_is_quoted_from_the_request() -> None:
    assert look.asked(the(BARE.actual), "origin", "").quote == f"Origin: {PAGE}"


def test_a_failure_of_the_network_is_quoted_in_its_own_words() -> None:
    seen = facts(call(), actual=no_answer(NetworkFailure.CONNECTION_REFUSED, "[Errno 111] Connection refused"))
    found = look.network_error(seen)
    assert found is not None
    assert look.status(found[0], "").quote == "[Errno 111] Connection refused"
    assert look.network_error(BARE) is None


NOT_LISTED = {
    "listed in another case": ("Access-Control-Allow-Headers: X-API-KEY", ()),
    "the wildcard": ("Access-Control-Allow-Headers: *", ()),
    "in two lines": ("Access-Control-Allow-Headers: a, x-api-key", ()),
    "another": ("Access-Control-Allow-Headers: x-api-keys", ("x-api-key",)),
    "no list": ("X: y", ("x-api-key",)),
}


@pytest.mark.parametrize("name", NOT_LISTED)
def test_the_headers_that_are_not_listed(name: str) -> None:
    line, wanted = NOT_LISTED[name]
    assert look.not_listed_headers(facts(KEYED, preflight=answer(204, *allows(), line))) == wanted


def test_another_answer_with_the_headers_is_found() -> None:
    seen = facts(KEYED, preflight=answer(204, *allows_all_of()), actual=answer(500))
    assert look.headers_elsewhere(seen, than=the(seen.actual)) is seen.preflight
    assert look.headers_elsewhere(BARE, than=the(BARE.actual)) is None


def test_only_like_is_compared_with_like() -> None:
    seen: Facts = facts(KEYED, preflight=answer(204, *allows_all_of()), actual=answer(200, *allows()))
    both = look.own_exchanges(seen)
    assert look.same_request(both, seen.actual) is seen.actual
    assert look.same_request(both, the(facts(call("POST", body="a"), actual=answer(200)).actual)) is None
    assert look.same_request(both, None) is None
    assert look.same_role(both, the(seen.preflight)) is seen.preflight


def test_a_status_line_is_written_as_on_the_wire() -> None:
    assert look.status_line(Response(405, reason="Method Not Allowed")) == "HTTP/1.1 405 Method Not Allowed"
    assert look.status_line(Response(200, http_version="2")) == "HTTP/2 200"


REFUSED = answer(403)
NOT_THAT_EITHER = {experiments.PLAIN_OPTIONS: [REFUSED]}
ONLY_OPTIONS = {
    "OPTIONS with the key, too": (
        facts(KEYED, preflight=REFUSED, actual=answer(200), experiments=NOT_THAT_EITHER),
        True,
    ),
    "OPTIONS with the key is let in": (
        facts(KEYED, preflight=REFUSED, actual=answer(200), experiments={experiments.PLAIN_OPTIONS: [answer(204)]}),
        False,
    ),
    "OPTIONS with the key was not sent": (facts(KEYED, preflight=REFUSED, actual=answer(200)), False),
    "the request is refused, too": (
        facts(KEYED, preflight=REFUSED, actual=REFUSED, experiments=NOT_THAT_EITHER),
        False,
    ),
    "a 401 asks for somebody": (
        facts(KEYED, preflight=answer(401), actual=answer(200), experiments=NOT_THAT_EITHER),
        False,
    ),
    "the request was not sent": (
        facts(call("PUT", body="a"), preflight=REFUSED, experiments=NOT_THAT_EITHER),
        False,
    ),
}


@pytest.mark.parametrize("name", ONLY_OPTIONS)
def test_whether_only_options_is_refused(name: str) -> None:
    seen, wanted = ONLY_OPTIONS[name]
    assert look.only_options_is_refused(seen) is wanted


ELSEWHERE: dict[str, tuple[Facts, bool]] = {
    "no other answer": (FINE, False),
    "the preflight": (facts(KEYED, preflight=answer(204, *allows_all_of()), actual=answer(200)), True),
    "the preflight, to another origin": (
        facts(KEYED, preflight=answer(204, *allows_all_of("https://b.example")), actual=answer(200)),
        False,
    ),
    "a path that does not exist": (
        facts(call(), actual=answer(200), experiments={experiments.MISSING_PATH: [answer(404, *allows())]}),
        True,
    ),
    "a redirect of the same server": (
        facts(call(), actual=[answer(301, "Location: /b", *allows()), answer(200)]),
        True,
    ),
}


@pytest.mark.parametrize("name", ELSEWHERE)
def test_whether_another_answer_lets_the_page_in(name: str) -> None:
    seen, wanted = ELSEWHERE[name]
    assert (look.let_in_elsewhere(seen, than=the(seen.actual)) is not None) is wanted


KINDS = {
    "the same": ("Content-Type: application/json", "content-type: Application/JSON; charset=utf-8", False),
    "neither says": ("X-A: 1", "X-B: 1", False),
    "a page and data": ("Content-Type: text/html", "Content-Type: application/json", True),
    "only one says": ("X-A: 1", "Content-Type: application/json", True),
}


@pytest.mark.parametrize("name", KINDS)
def test_whether_two_answers_are_of_one_maker(name: str) -> None:
    here, there, wanted = KINDS[name]
    assert look.made_by_another(answer(200, here), answer(200, there)) is wanted
