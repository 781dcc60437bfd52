"""What the writers share."""

from __future__ import annotations

from cors_tui.browsers.messages.lines import line, page_origin, page_url, prints_nothing
from cors_tui.browsers.messages.template import Template
from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.request import Page, Request
from cors_tui.standards.response import NetworkError, NetworkFailure
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Failure, Refusal, Step


def asked_by(url: str | None) -> Request:
    page_address = parse_url(url) if url else None
    page = Page(page_address.origin if page_address else OPAQUE, page_address)
    return Request(page=page, url=None, url_text="")


def test_a_line_carries_the_engines_own_source_and_level() -> None:
    made = line(Template("Said of {url}. ", source="SECURITY", level="warn"), url="https://a/")
    assert (made.text, made.source, made.level) == ("Said of https://a/.", "SECURITY", "warn")


def test_the_page_is_named_by_its_origin_and_by_its_url() -> None:
    request = asked_by("https://app.example:8443/deep?x#f")
    assert (page_origin(request), page_url(request)) == ("https://app.example:8443", "https://app.example:8443/deep?x")


def test_an_opaque_page_is_null() -> None:
    assert (page_origin(asked_by(None)), page_url(asked_by(None))) == ("null", "null")


def test_an_exception_of_the_call_itself_leaves_the_console_empty() -> None:
    assert prints_nothing(Failure(Refusal.METHOD_FORBIDDEN, Step("new Request(input, init)", "25", "")))
    assert not prints_nothing(Failure(Refusal.MIXED_CONTENT, Step("main fetch", "7", "")))


def test_a_browser_that_waits_on_says_nothing_and_one_that_was_never_connected_does() -> None:
    step = Step("HTTP-network-or-cache fetch", "", "")
    waits, ends = (NetworkError(each) for each in (NetworkFailure.NO_ANSWER_YET, NetworkFailure.TIMED_OUT))
    assert prints_nothing(Failure(Refusal.NETWORK, step, answer=waits))
    assert not prints_nothing(Failure(Refusal.NETWORK, step, answer=ends))
