"""A plain URL, bare or wrapped."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers.url import claim, read
from tests.rows import each_row


@each_row(
    ("text", "url", "method"),
    [
        ("https://a.test/x?y", "https://a.test/x?y", "GET"),
        ("  https://a.test/ \n", "https://a.test/", "GET"),
        ("<https://a.test/>", "https://a.test/", "GET"),
        ("`https://a.test/`", "https://a.test/", "GET"),
        ('"https://a.test/"', "https://a.test/", "GET"),
        ("[the API](https://a.test/)", "https://a.test/", "GET"),
        ("PUT https://a.test/", "https://a.test/", "PUT"),
        ("localhost:3000/x", "localhost:3000/x", "GET"),
        ("api.example.com", "api.example.com", "GET"),
        ("https://undefined/x", "https://undefined/x", "GET"),
    ],
)
def test_a_url(text: str, url: str, method: str) -> None:
    assert claim(text) > 0
    (call,) = read(text).calls
    assert (call.url, call.method) == (url, method)


@pytest.mark.parametrize("text", ["", "hello", "two words", "http://a.test/\nhttp://b.test/", "x" * 200_000, "a.b c.d"])
def test_what_is_no_url_is_not_claimed(text: str) -> None:
    assert claim(text) == 0


def test_one_that_cannot_be_called_says_so() -> None:
    assert read("localhost:3000").missed
    assert not read("http://localhost:3000").missed
