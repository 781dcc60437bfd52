"""curl for a POSIX shell, read back."""

from __future__ import annotations

from hypothesis import given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.reading import read_input
from cors_tui.inputs.writers.curl_bash import write
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import calls, texts


@settings(deadline=None)
@given(calls(texts))
def test_a_case_is_read_back_as_it_was(call: Call) -> None:
    understood = read_input(write(Case(call), True))
    (read,) = understood.calls
    assert understood.kind == "curl"
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.method, read.origin, read.body) == (call.method, call.origin, call.body)
    assert list(read.headers) == list(call.headers)


def test_a_url_that_is_none_is_written_as_it_is() -> None:
    assert write(Case(Call("not a 'url'"))) == "curl -i 'not a '\\''url'\\'''"
