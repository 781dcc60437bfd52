"""A block of an ``.http`` file, read back."""

from __future__ import annotations

from hypothesis import given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.readers.http_file import READER
from cors_tui.inputs.writers.http_file import write
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import SECRET, calls, texts


@settings(deadline=None)
@given(calls(texts.filter(lambda text: not any(mark in text for mark in "#<>{\n") and text.strip() == text)))
def test_a_case_is_read_back_as_it_was(call: Call) -> None:
    """But for bodies with lines that mean something else in such a file."""
    (read,) = READER.read(write(Case(call), True)).calls
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.method, read.origin, read.body or "") == (call.method, call.origin, call.body)
    assert list(read.headers) == list(call.headers)


def test_secrets_are_variables_of_the_file() -> None:
    written = write(SECRET)
    assert "@AUTHORIZATION = \n" in written
    assert "Authorization: {{AUTHORIZATION}}" in written
