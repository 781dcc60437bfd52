"""Whatever came from outside is shown, never obeyed; and nothing reaches a widget on another way."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import cors_tui.tui
from cors_tui.tui.visible import code, column, elided, escaped, joined, lines, one_to_one, visible, visible_lines
from tests.rows import each_row

TUI = Path(cors_tui.tui.__file__).parent
SOURCES = sorted(path for path in TUI.rglob("*.py"))

ESCAPED = [
    ("plain text stays", "abc [x] äöü 漢", "abc [x] äöü 漢"),
    ("markup is text", "[/users/7] [red]x[/red]", "[/users/7] [red]x[/red]"),
    ("a backslash stays one", "a\\x1b", "a\\x1b"),
    ("ESC", "\x1b[31m", "\\x1b[31m"),
    ("an OSC of one C1 byte", "\x9d52;c;x\x9c", "\\x9d52;c;x\\x9c"),
    ("bidi override", "\u202etxt", "\\u202etxt"),
    ("bidi isolate", "\u2066x\u2069", "\\u2066x\\u2069"),
    ("zero width", "a\u200bb\ufeff", "a\\u200bb\\ufeff"),
    ("newline, tab, bell, NUL, DEL", "\n\t\x07\x00\x7f", "\\x0a\\x09\\x07\\x00\\x7f"),
    ("a lone surrogate", "\udc80", "\\udc80"),
    ("a tag character", "\U000e0041", "\\U000e0041"),
]


@each_row(("what", "text", "shown"), ESCAPED, ids=[row[0] for row in ESCAPED])
def test_escaped_and_visible_agree(what: str, text: str, shown: str) -> None:
    """One text for reading, one content for widgets, the same characters."""
    assert escaped(text) == shown
    assert visible(text).plain == shown


DANGEROUS = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff]")


@given(st.text(max_size=40))
def test_nothing_dangerous_comes_through(text: str) -> None:
    """For any text: no control, C1 or bidirectional character, and no markup, in what a widget gets."""
    for content in (visible(text, "bold"), column(text, 12), code(text.replace("\n", " "), "python")):
        assert not DANGEROUS.search(content.plain)
    assert not DANGEROUS.search(visible_lines(text).plain.replace("\n", ""))
    assert not DANGEROUS.search(one_to_one(text))
    assert len(one_to_one(text)) == len(text)


@given(st.text(max_size=60), st.integers(0, 40))
def test_elided_fits_and_keeps_both_ends(text: str, width: int) -> None:
    """Never longer than asked; a text that fits is left alone."""
    short = elided(text, width)
    assert len(short) <= width or short == text
    if len(text) > width >= 3:
        assert short[0] == text[0]
        assert short[-1] == text[-1]


@given(st.text("abc漢\x1b", max_size=30), st.integers(3, 30))
def test_a_column_is_as_wide_as_asked(text: str, width: int) -> None:
    """Cells, not characters, where they differ only upwards: a wide character may stand out, never vanish."""
    narrow = text.replace("漢", "x")
    assert column(narrow, width).cell_length == width


def test_what_had_to_be_made_visible_stands_out() -> None:
    """A literal backslash-x-1-b and an escaped ESC are told apart."""
    (start, end, style) = next(span for span in visible("a\x1bb", "bold").spans if "reverse" in str(span.style))
    assert (start, end) == (1, 5)
    assert "bold" in str(style)


def test_parts_are_put_together() -> None:
    """Side by side and under one another."""
    assert joined(visible("a"), visible("b")).plain == "ab"
    assert lines(visible("a"), visible("b")).plain == "a\nb"


def test_a_language_that_nobody_knows_is_plain_text() -> None:
    """A snippet is shown in any case."""
    assert code("a = 1", "no-such-language").plain == "a = 1"


# --- no other way -----------------------------------------------------------------------------------------------------

MAKERS = {"Content", "Text", "Label", "Static", "Markdown", "Pretty", "RichLog", "Log", "DataTable", "OptionList"}
ALLOWED = {"visible.py": {"Content"}, "field.py": {"Text"}, "panel.py": {"Content", "Static"}, "choice.py": {"Static"}}
CALLS = {"notify", "panic", "from_markup", "assemble", "styled", "from_text"}
ALLOWED_CALLS = {"visible.py": {"styled"}}


@each_row("path", SOURCES, ids=lambda path: str(path.relative_to(TUI)))
def test_no_text_reaches_a_widget_but_through_visible(path: Path) -> None:
    """Widgets that take plain text, and calls that parse markup, are not used; types do the rest."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            assert name not in MAKERS - ALLOWED.get(path.name, set()), f"line {node.lineno}: {name}"
            assert name not in CALLS - ALLOWED_CALLS.get(path.name, set()), f"line {node.lineno}: {name}"
        if isinstance(node, ast.Attribute) and node.attr in ("border_title", "border_subtitle", "tooltip"):
            assert path.name == "panel.py", f"line {node.lineno}: {node.attr}"
