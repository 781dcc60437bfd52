"""curl for cmd.exe, read back as cmd and the C runtime split it."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.reading import read_input
from cors_tui.inputs.writers.curl_cmd import write
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import SECRET, calls, texts


def is_told_apart(text: str) -> bool:
    """Where every backslash is doubled, a network panel is taken to have written it."""
    runs = [len(run) for run in re.findall(r'(\\+)(?!["\\]|\Z)', text)]
    return not runs or any(run % 2 for run in runs)


@settings(deadline=None)
@given(calls(texts))
def test_a_case_is_read_back_as_it_was(call: Call) -> None:
    assume(all(map(is_told_apart, [call.body or "", *(value for _, value in call.headers)])))
    (read,) = read_input(write(Case(call), True)).calls
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.method, read.origin, read.body) == (call.method, call.origin, call.body)
    assert list(read.headers) == list(call.headers)


def test_a_variable_is_cmd_s() -> None:
    assert "Authorization: %AUTHORIZATION%^" in write(SECRET)


def test_a_percent_sign_begins_no_variable() -> None:
    assert "^%^PATH^%" in write(Case(Call("https://a.example", body="%PATH%")))
