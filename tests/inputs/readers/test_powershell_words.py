"""Arguments as PowerShell hands them to a program."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from cors_tui.case import Call, Case
from cors_tui.inputs.readers._powershell_words import is_for_powershell, powershell_words
from cors_tui.inputs.readers.curl import read
from cors_tui.inputs.writers import curl_powershell
from cors_tui.inputs.writers._parts import target
from tests.inputs.writers.cases import calls, texts
from tests.rows import each_row


@each_row(
    ("text", "words"),
    [
        pytest.param("curl.exe -i", [["curl.exe", "-i"]], id="plain"),
        pytest.param("curl.exe `\n  -i", [["curl.exe", "-i"]], id="a line continued"),
        pytest.param("curl 'it''s'", [["curl", "it's"]], id="a quote doubled in single quotes"),
        pytest.param("curl '`n $x'", [["curl", "`n $x"]], id="where nothing else is special"),
        pytest.param('curl "a`tb `"c`" ""d"""', [["curl", 'a\tb "c" "d"']], id="escapes in double quotes"),
        pytest.param("curl '{\\\"a\\\": 1}'", [["curl", '{"a": 1}']], id="quotes escaped for the program"),
        pytest.param("curl '{\"a\": 1}'", [["curl", '{"a": 1}']], id="and not, as later versions want them"),
        pytest.param("curl 'C:\\dir\\x'", [["curl", "C:\\dir\\x"]], id="backslashes before no quote"),
        pytest.param("$x = 1\ncurl a; curl b", [["$x", "=", "1"], ["curl", "a"], ["curl", "b"]], id="commands"),
        pytest.param("curl https://a.test/#b # note", [["curl", "https://a.test/#b"]], id="a comment"),
    ],
)
def test_words(text: str, words: list[list[str]]) -> None:
    assert powershell_words(text).commands == words


def test_what_would_be_filled_in_is_told_and_an_open_quote_too() -> None:
    found = powershell_words('curl "${env:TOKEN} $x `$y" \'a')
    assert found.unexpanded == ["${env:TOKEN}", "$x"]
    assert found.unclosed


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("curl 'https://a.test/' \\\n  -H 'a: b'", False),
        ("echo `date`", False),
        ("curl.exe a `\n -i", True),
        ('curl.exe -H "a: $env:TOKEN"', True),
    ],
)
def test_it_is_known_by_its_marks(text: str, is_one: bool) -> None:
    assert is_for_powershell(text) is is_one


@settings(max_examples=60, deadline=None)
@given(calls(texts))
def test_a_copy_is_read_back(call: Call) -> None:
    (found,) = read(curl_powershell.write(Case(call), True)).calls
    assert (found.url, found.method, found.body or "") == (target(call), call.method, call.body)
    assert [pair for pair in found.headers if pair[0] != "Origin"] == list(call.headers)
