"""`fetch` code, read back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.reading import read_input
from cors_tui.inputs.writers.fetch_code import write
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import SECRET, calls, octets, texts
from tests.rows import each_row


@settings(deadline=None)
@given(calls(texts | octets))
def test_a_case_is_read_back_as_it_was(call: Call) -> None:
    understood = read_input(write(Case(call), True))
    (read,) = understood.calls
    assert understood.kind == "code"
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.method, read.body, read.credentials) == (call.method, call.body, call.credentials)
    assert list(read.headers) == list(call.headers)


def test_what_is_as_usual_is_not_written() -> None:
    assert write(Case(Call("https://a.example/"))) == 'await fetch("https://a.example/");'


def test_modes_and_double_headers() -> None:
    headers = HeaderList((("X-A", "1"), ("X-A", "2")))
    call = Call("https://a.example/", headers=headers, mode=Mode.NO_CORS, redirect=RedirectMode.ERROR)
    (read,) = read_input(write(Case(call))).calls
    assert (list(read.headers), read.mode, read.redirect) == (list(headers), Mode.NO_CORS, RedirectMode.ERROR)


def test_secrets_are_constants() -> None:
    written = write(SECRET)
    assert 'const AUTHORIZATION = "";' in written
    assert '"Authorization": AUTHORIZATION' in written
    assert '"https://api.example/x?token=" + TOKEN + "&b=c"' in written


PLAIN = "https://a.example/x"
# what asks, and the lines that make it a page's own way
WAYS = [
    (Call(PLAIN, initiator=Initiator.IMPORT), ['await import("https://a.example/x");']),
    (Call(PLAIN, initiator=Initiator.FONT), ['await new FontFace("copied", "url(\\"https://a.example/x\\")").load();']),
    (Call(PLAIN, initiator=Initiator.IMAGE), ["  const image = new Image();", '  image.crossOrigin = "anonymous";']),
    (
        Call(PLAIN, initiator=Initiator.EVENT_SOURCE, credentials=CredentialsMode.INCLUDE),
        ['  const source = new EventSource("https://a.example/x", {withCredentials: true});'],
    ),
    (
        Call(PLAIN, initiator=Initiator.XHR, method="put", body="a", headers=HeaderList((("X-A", "1"), ("X-A", "2")))),
        ['  xhr.open("PUT", "https://a.example/x");', '  xhr.setRequestHeader("X-A", "2");', '  xhr.send("a");'],
    ),
]


@each_row(("call", "lines"), WAYS)
def test_the_page_s_own_way_is_written(call: Call, lines: list[str]) -> None:
    written = write(Case(call)).split("\n")
    assert [line for line in written if line in lines] == lines


@pytest.mark.parametrize("initiator", [Initiator.SCRIPT, Initiator.STYLESHEET, Initiator.IMAGE])
def test_without_cors_there_is_no_crossorigin(initiator: Initiator) -> None:
    assert "crossOrigin" not in write(Case(Call(PLAIN, initiator=initiator, mode=Mode.NO_CORS)))


@pytest.mark.parametrize("initiator", [each for each in Initiator if each is not Initiator.FETCH])
def test_a_url_s_secret_is_a_constant_wherever_it_goes(initiator: Initiator) -> None:
    written = write(Case(replace(SECRET.call, initiator=initiator)))
    assert 'const TOKEN = "";' in written
    assert '?token=" + TOKEN + "&b=c' in written
    assert ("AUTHORIZATION" in written) is (initiator is Initiator.XHR)
    assert "t0ken" not in written


@given(calls(texts | octets))
@settings(deadline=None)
def test_xml_http_request_is_read_back_as_it_was(call: Call) -> None:
    (read,) = read_input(write(Case(replace(call, initiator=Initiator.XHR)), True)).calls
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.method, read.body, read.credentials) == (call.method, call.body, call.credentials)
    assert (read.initiator, list(read.headers)) == (Initiator.XHR, list(call.headers))
