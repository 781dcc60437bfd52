"""What pasting does to a text, undone before it is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.browsers.messages.pasted import LONGEST, Pasted, rejoined, searchable
from tests.rows import each_row


@each_row(
    ("text", "flat"),
    [
        pytest.param("a  b\t c", " a b c", id="runs of blanks are one blank"),
        pytest.param("a\n   b", " a b", id="a line break inside a sentence"),
        pytest.param("a\r\n\r\nb", " a b", id="Windows line ends"),
        pytest.param("a\n// b\n> c", " a b c", id="comment and quotation marks at line starts"),
        pytest.param("https://a//b", " https://a//b", id="but not two slashes inside a URL"),
        pytest.param("‘a’ “b” `c`", " 'a' \"b\" 'c'", id="curly quotes and backticks are straight"),
        pytest.param(r"say \"x\" and \'y\'", " say \"x\" and 'y'", id="quotes escaped for JSON"),
        pytest.param("a&#39;b&quot;c&amp;d", " a'b\"c&d", id="quotes escaped for HTML"),
        pytest.param("a\u200bb\ufeff", " ab", id="characters without width go"),
        pytest.param(
            "Access-Control- Allow-Origin", " Access-Control-Allow-Origin", id="a header's name broken in two"
        ),
        pytest.param("at '<https://a.example/x>'", " at 'https://a.example/x'", id="a URL in angle brackets"),
        pytest.param("a <url> and a < b", " a <url> and a < b", id="but not other brackets"),
        pytest.param("[https://a/x](https://a/x) b", " https://a/x b", id="a URL made a link of"),
        pytest.param("[more](https://a/x)", " [more](https://a/x)", id="but not other links"),
        pytest.param("**a b**\n_c d_", " a b c d", id="whole lines emphasized"),
        pytest.param("a_b and *c*", " a_b and *c*", id="but not parts of them"),
        pytest.param("| a |\n| b |", " | a b |", id="rows of a table"),
        pytest.param("a\n12:34:56.789 b", " a b", id="times before lines"),
        pytest.param(r"a\nb \u2018c\u2019", " a b 'c'", id="line ends and quotes of JSON"),
        pytest.param("a\\nb\nc", " a\\nb c", id="but not in a text of lines"),
        pytest.param("&lt;a&gt;", " <a>", id="brackets escaped for HTML"),
        pytest.param("at « https://a » and ‹b›", " at 'https://a' and 'b'", id="quotes as in French"),
        pytest.param(r"caf\u00e9 \u000a", r" café \u000a", id="characters as JSON writes them, but control characters"),
        pytest.param("at https://a/x[Learn More]", " at https://a/x", id="a link in brackets glued on"),
        pytest.param("http://[::1]/a[id] b", " http://[::1]/a[id] b", id="but not brackets of a URL"),
        pytest.param("Access-Control- or not", " Access-Control- or not", id="but not other words"),
        pytest.param("", " ", id="nothing"),
    ],
)
def test_damage_is_undone(text: str, flat: str) -> None:
    assert Pasted.of(text).flat == flat


_WIDE = "x" * 40


@pytest.mark.parametrize(
    ("text", "surely", "whole"),
    [
        (f"{_WIDE}\nyy\nzz", False, f"{_WIDE}yy\nzz"),
        (f"{_WIDE}\nyy\nzz", True, f"{_WIDE}\nyy\nzz"),
        (f"{_WIDE}\n{_WIDE}\nyy", True, f"{_WIDE}{_WIDE}yy"),
        (f"yy\n{_WIDE}", False, f"yy\n{_WIDE}"),
        ("short\nlines", False, "short\nlines"),
        ("", False, ""),
    ],
)
def test_lines_as_wide_as_the_terminal_go_on(text: str, surely: bool, whole: str) -> None:
    assert rejoined(text, surely=surely) == whole


def test_lines_are_remembered() -> None:
    pasted = Pasted.of("value: x y\nnext")
    start = pasted.flat.index("x")
    assert pasted.to_line_end(start, len(pasted.flat)) == "x y"


@given(st.text())
def test_the_three_forms_have_equal_length(text: str) -> None:
    """A place found in one form is the same place in the others."""
    pasted = Pasted.of(text)
    assert len(pasted.lines) == len(pasted.flat) == len(pasted.low)


def test_only_the_start_of_an_endless_text_is_looked_at() -> None:
    assert len(Pasted.of("x" * (LONGEST * 2)).lines) == LONGEST + 1


def test_a_shape_is_searched_without_case_and_with_straight_quotes() -> None:
    assert searchable("The ‘X’ É") == "the 'x' É"
