"""`fetch` code, read back."""

from __future__ import annotations

from hypothesis import given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.reading import read_input
from cors_tui.inputs.writers.fetch_code import write
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Mode, RedirectMode
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import SECRET, calls, octets, texts


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
