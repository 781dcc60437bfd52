"""A block of an ``.http`` file, read back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.readers.http_file import READER
from cors_tui.inputs.writers.http_file import write
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import SECRET, calls, texts


@settings(deadline=None)
@given(calls(texts.filter(lambda text: "{" not in text and "\r" not in text)))
def test_a_case_is_read_back_as_it_was(call: Call) -> None:
    """But for line ends that an editor rewrites, and for braces that mean a variable in such a file."""
    (read,) = READER.read(write(Case(call), True)).calls
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.method, read.origin, read.body or "") == (call.method, call.origin, call.body)
    assert list(read.headers) == list(call.headers)


def test_secrets_are_variables_of_the_file() -> None:
    written = write(SECRET)
    assert "@AUTHORIZATION = \n" in written
    assert "Authorization: {{AUTHORIZATION}}" in written


@pytest.mark.parametrize(
    "body",
    [
        "### not the next request\nGET https://other.example/",
        "< ./not-a-file.json",
        "> {% not a script %}",
        "\n\n  a: 1\n\n",
        "# a comment?\n// another?\n@name = value",
        "a\x0bb\x0cc\x85d\u2028e",
    ],
)
def test_a_body_s_lines_mean_nothing_of_the_file_s(body: str) -> None:
    call = Call("https://a.example/", method="POST", body=body.encode().decode("latin-1"))
    (read,) = READER.read(write(Case(call), True)).calls
    assert (read.url, read.body) == (call.url, call.body)
