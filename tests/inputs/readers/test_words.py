"""Command lines as words: bash's quoting, cmd's carets, and nothing expanded."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.readers._words import as_unicode, bash_words, cmd_words
from tests.rows import each_row


def words(text: str) -> list[str]:
    return [as_unicode(word) for command in bash_words(text).commands for word in command]


@each_row(
    ("text", "expected"),
    [
        pytest.param("a  b\tc", ["a", "b", "c"], id="spaces"),
        pytest.param("'a b' \"c d\"", ["a b", "c d"], id="quotes"),
        pytest.param("a'b'\"c\"d", ["abcd"], id="one word of many parts"),
        pytest.param("'' \"\"", ["", ""], id="empty words"),
        pytest.param("'it'\\''s'", ["it's"], id="a single quote inside"),
        pytest.param(r'"a\"b\\c\$d\`e\n"', ['a"b\\c$d`e\\n'], id="escapes in double quotes"),
        pytest.param(r"$'a\'b\\c\n\x41\101\u00e9\cA'", ["a'b\\c\nAAé\x01"], id="ANSI-C quotes"),
        pytest.param("a \\\n b", ["a", "b"], id="a continued line"),
        pytest.param("a \\\r\n b", ["a", "b"], id="a continued line of Windows"),
        pytest.param("a \\  \n b", ["a", "b"], id="a space behind the backslash, as pasting leaves it"),
        pytest.param(r"a\ b", ["a b"], id="an escaped space"),
        pytest.param("http://x/?a=1&b=2", ["http://x/?a=1&b=2"], id="an & nobody quoted"),
        pytest.param("http://x/#y", ["http://x/#y"], id="a fragment is no comment"),
        pytest.param("a # b c", ["a"], id="a comment"),
        pytest.param("a > out 2>&1 b", ["a", "b"], id="redirections go with their target"),
        pytest.param("a 'é€'", ["a", "é€"], id="UTF-8"),
        pytest.param("a 'b c", ["a", "b c"], id="a quote never closed"),
    ],
)
def test_bash(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_bytes_that_are_no_utf8_stay_bytes() -> None:
    assert bash_words(r"$'\xff\xe9'").commands == [["\xff\xe9"]]


@pytest.mark.parametrize("separator", ["\n", ";", " && ", " | ", " || ", " & "])
def test_commands_are_kept_apart(separator: str) -> None:
    assert bash_words(f"a b{separator}c").commands == [["a", "b"], ["c"]]


@pytest.mark.parametrize("text", ["$HOME", "${A:-b}", "$(id)", "`id`", '"x $HOME"', '"`id`"'])
def test_nothing_is_expanded_and_that_is_noted(text: str) -> None:
    found = bash_words(f"curl {text}")
    assert found.commands == [["curl", text.strip('"')]]
    assert len(found.unexpanded) == 1


@pytest.mark.parametrize("text", ["'$HOME'", r'"\$HOME"', r"\$HOME", "a$", "$'x'"])
def test_what_bash_would_not_expand_is_not_noted(text: str) -> None:
    assert bash_words(f"curl {text}").unexpanded == []


@given(st.lists(st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), max_size=8), max_size=5))
def test_what_a_shell_quotes_comes_back(expected: list[str]) -> None:
    assert words(shlex.join(expected)) == expected


@given(st.text("ab '\"\\$`\n;&|<>#^%{}()", max_size=40) | st.text(max_size=40))
def test_no_text_raises(text: str) -> None:
    assert all(bash_words(text).commands)
    assert all(cmd_words(text).commands)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('curl "http://x/?a=1&b=2" ^\n  -H "a: b"', ["curl", "http://x/?a=1&b=2", "-H", "a: b"], id="old"),
        pytest.param(
            'curl ^"http://x/?a=1^&b=^%^20^" ^\r\n  -H ^"a: b^"',
            ["curl", "http://x/?a=1&b=%20", "-H", "a: b"],
            id="new",
        ),
        pytest.param('-d "{\\"a\\":1}"', ["-d", '{"a":1}'], id="escaped quotes"),
        pytest.param('-d ^"^{^\\^"a^\\^":1^}^"', ["-d", '{"a":1}'], id="escaped quotes under carets"),
        pytest.param('-d "a""b"', ["-d", 'a"b'], id="doubled quotes"),
        pytest.param('-d ^"a^\n\nb^"', ["-d", "a\nb"], id="a line break in a body"),
    ],
)
def test_cmd(text: str, expected: list[str]) -> None:
    assert cmd_words(text).commands == [expected]


@pytest.mark.parametrize(
    "piece", ["'", '"', "\\", "$", "`", "' ", "a ", '"\\', "$(", "${", "$'", "<", "\\\n", "^", '^"']
)
def test_a_long_text_of_one_piece_is_read_to_its_end(piece: str) -> None:
    """Whatever a text is made of, what stands behind it is still read, by both shells' rules."""
    for words in (bash_words, cmd_words):
        split = words(f"curl {piece * 50_000}")
        assert split.commands[0][0] == "curl"
        assert sum(len(word) for command in split.commands for word in command) <= len(piece) * 50_000 + 4


def test_a_megabyte_of_words_is_read_whole() -> None:
    text = "curl " + "'a b' " * 170_000
    assert [len(command) for command in bash_words(text).commands] == [170_001]
    assert len(cmd_words("curl " + '"a b" ' * 170_000).commands[0]) == 170_001
