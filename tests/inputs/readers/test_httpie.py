"""HTTPie commands, as people write them and as this program copies them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.readers.httpie import claim, read
from cors_tui.inputs.reading import read_input
from cors_tui.inputs.writers import httpie
from cors_tui.inputs.writers._parts import target
from cors_tui.standards.method import normalize_method
from tests.inputs.writers.cases import calls, octets, texts

JSON = [("Content-Type", "application/json")]


@pytest.mark.parametrize(
    ("text", "method", "url", "headers", "body"),
    [
        ("http https://a.test/x", "GET", "https://a.test/x", [], None),
        ("http :3000/x", "GET", "http://localhost:3000/x", [], None),
        ("https a.test/x q==1 q==b+c", "GET", "https://a.test/x?q=1&q=b%2Bc", [], None),
        ("$ http PUT a.test/x X-A:b", "PUT", "http://a.test/x", [("X-A", "b")], None),
        ("http a.test/x name=foo n:=3", "POST", "http://a.test/x", JSON, '{"name": "foo", "n": 3}'),
        (
            "http -f a.test/x 'a b=c'",
            "POST",
            "http://a.test/x",
            [("Content-Type", "application/x-www-form-urlencoded")],
            "a+b=c",
        ),
        ("http -A bearer -a abc a.test/x", "GET", "http://a.test/x", [("Authorization", "Bearer abc")], None),
        ("printf '\\101\\377' | http a.test/x", "POST", "http://a.test/x", JSON, "A\xff"),
    ],
)
def test_a_command(text: str, method: str, url: str, headers: list[tuple[str, str]], body: str | None) -> None:
    (call,) = read(text).calls
    assert (call.method, call.url, list(call.headers), call.body) == (method, url, headers, body)


@pytest.mark.parametrize(
    "text", ["http is not https. See https://a.test/", "http requests fail: why?", "https://a.test/x", "the http code"]
)
def test_a_sentence_is_no_command(text: str) -> None:
    assert claim(text) < 0.6


def test_files_are_not_opened_and_nothing_is_filled_in() -> None:
    understood = read_input("http POST https://a.test/x body=@/etc/passwd Authorization:$TOKEN")
    assert understood.kind == "curl"
    assert any("not opened" in missed for missed in understood.missed)
    assert any("$TOKEN" in missed for missed in understood.missed)


@settings(max_examples=60, deadline=None)
@given(calls(texts | octets))
def test_a_copy_is_read_back(call: Call) -> None:
    """But for a backslash that HTTPie takes out, as the copy says."""
    assume(not any(value.startswith(("\\=", "\\@")) for _, value in call.headers))
    understood = read_input(httpie.write(Case(call), True))
    (found,) = understood.calls
    assert (found.url, found.method, found.body or "") == (target(call), normalize_method(call.method), call.body)
    assert [pair for pair in found.headers if pair[0] != "Origin"] == list(call.headers)
