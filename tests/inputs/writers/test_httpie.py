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
    ],
)
def test_a_header_is_one_item(name: str, value: str, item: str) -> None:
    (words,) = bash_words(write(Case(Call("https://a.example/", headers=HeaderList(((name, value),)))))).commands
    assert words == ["http", "--ignore-stdin", "--print=hb", "GET", "https://a.example/", item]


def test_a_body_is_sent_raw_with_its_type() -> None:
    (words,) = bash_words(write(Case(Call("https://a.example/", method="POST", body="a=b")))).commands
    assert words[5:] == ["Content-Type:text/plain;charset=UTF-8", "--raw=a=b"]


def test_secrets_are_shell_variables() -> None:
    assert 'Authorization:"$AUTHORIZATION"' in write(SECRET)
