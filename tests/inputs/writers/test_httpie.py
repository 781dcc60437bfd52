"""HTTPie's request items, as its manual has them."""

from __future__ import annotations

import pytest

from cors_tui.case import Call, Case
from cors_tui.inputs.readers._words import bash_words
from cors_tui.inputs.writers.httpie import write
from cors_tui.standards.header_list import HeaderList
from tests.inputs.writers.cases import SECRET


@pytest.mark.parametrize(
    ("name", "value", "item"),
    [
        ("X-A", "b c", "X-A:b c"),
        ("X-A", "", "X-A;"),
        ("X-A", "http://x=y", "X-A:http://x=y"),
        ("X-A", "'\"", "X-A:'\""),
        ("X-A", "=1", "X-A:\\=1"),
        ("X-A", "@file", "X-A:\\@file"),
        ("X-A", "a=@b", "X-A:a=@b"),
    ],
)
def test_a_header_is_one_item(name: str, value: str, item: str) -> None:
    """A value never makes another separator of the colon."""
    (words,) = bash_words(write(Case(Call("https://a.example/", headers=HeaderList(((name, value),)))))).commands
    assert words == ["http", "--ignore-stdin", "--path-as-is", "--print=hb", "GET", "https://a.example/", item]


def test_a_body_is_sent_raw_with_its_type() -> None:
    (words,) = bash_words(write(Case(Call("https://a.example/", method="POST", body="a=b")))).commands
    assert words[6:] == ["Content-Type:text/plain;charset=UTF-8", "--raw=a=b"]


def test_secrets_are_shell_variables() -> None:
    assert 'Authorization:"$AUTHORIZATION"' in write(SECRET)


NOTES = [
    ("a % that is no escape", Call("https://a.example/%20?x=%zz"), "the % in the URL"),
    ("an escape in small letters", Call("https://a.example/?x=%c3%bc"), "the % in the URL"),
    ("an escaped letter", Call("https://a.example/?x=%41"), "the %41 in the URL"),
    ("a bracket", Call("https://a.example/?a[]=1"), "the [ in the URL"),
    ("an empty parameter", Call("https://a.example/x;?a"), "the ; in the URL"),
    ("an empty query", Call("https://a.example/?"), "the ? in the URL"),
    ("a method in small letters", Call("https://a.example/", method="patch"), "PATCH instead of patch"),
    (
        "a backslash before a separator",
        Call("https://a.example/", headers=HeaderList((("X-A", "c\\:d"),))),
        "header X-A",
    ),
    ("bytes that are no text", Call("https://a.example/", headers=HeaderList((("X-A", "\xff"),))), "X-A in UTF-8"),
]


@pytest.mark.parametrize(("what", "call", "says"), NOTES, ids=[row[0] for row in NOTES])
def test_what_httpie_sends_otherwise_is_said_before_the_command(what: str, call: Call, says: str) -> None:
    """By a command that does nothing, so that every shell takes it."""
    note, _, command = write(Case(call)).partition("\n")
    assert note.startswith(": '")
    assert says in note
    assert command.startswith("http ")


@pytest.mark.parametrize(
    "url", ["https://a.example/%20%C3%BC", "https://[::1]:80/x", "https://a.example/x?a=~!$'()*;,@:/"]
)
def test_nothing_is_said_where_nothing_changes(url: str) -> None:
    """An IPv6 address is no bracket of a path."""
    assert write(Case(Call(url))).startswith("http ")


def test_a_body_that_is_no_text_is_piped() -> None:
    """As octal escapes, which every printf knows."""
    written = write(Case(Call("https://a.example/", method="POST", body="\x00\xff'")))
    assert written.startswith("printf '\\000\\377\\047' | http --path-as-is")
    assert "--raw" not in written
