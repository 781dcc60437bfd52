"""Each literal is read back by the language's own parser as exactly the value, or refused."""

from __future__ import annotations

import ast
import json
import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cors_tui.fixes import literals

AWKWARD_PIECES = [
    "'",
    '"',
    "`",
    "\\",
    "${x}",
    "$x",
    "{}",
    "\n",
    "\r",
    "\t",
    "\0",
    "\x1b",
    "é",
    "\u2028",
    "😀",
    "#",
    "*/",
]
AWKWARD = st.one_of(st.text(), st.lists(st.sampled_from(AWKWARD_PIECES)).map("".join))
WITH_SURROGATES = st.text(st.characters())


@given(AWKWARD | WITH_SURROGATES)
@example("\\u0041")
def test_python_reads_its_literal_back(value: str) -> None:
    assert ast.literal_eval(literals.python(value)) == value


@given(AWKWARD | WITH_SURROGATES)
def test_json_reads_its_literal_back(value: str) -> None:
    # A pair of surrogates is one character to JSON, so compare the UTF-16 that both mean.
    read = json.loads(literals.json(value))
    assert read.encode("utf-16", "surrogatepass") == value.encode("utf-16", "surrogatepass")


@given(AWKWARD)
def test_toml_reads_its_literal_back(value: str) -> None:
    assert tomllib.loads(f"value = {literals.toml(value)}")["value"] == value


@given(AWKWARD | WITH_SURROGATES)
def test_a_javascript_literal_is_one_line_of_ascii_that_cannot_end_early(value: str) -> None:
    body = literals.javascript(value)[1:-1]
    assert body.isascii()
    assert body.isprintable()
    assert "'" not in body.replace("\\\\", "").replace("\\'", "")


@given(AWKWARD)
def test_a_rust_literal_is_one_line_of_ascii_that_cannot_end_early(value: str) -> None:
    body = literals.rust(value)[1:-1]
    assert body.isascii()
    assert body.isprintable()
    assert '"' not in body.replace("\\\\", "").replace('\\"', "")


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        pytest.param("plain", "'plain'", id="plain"),
        pytest.param("it's", r"'it\'s'", id="its own quote"),
        pytest.param("${process.exit()}", "'${process.exit()}'", id="a template hole is dead in single quotes"),
        pytest.param("a\\", r"'a\\'", id="a backslash at the end"),
        pytest.param("a\nb", r"'a\nb'", id="newline"),
        pytest.param("\u2028é😀", r"'\u{2028}\u{e9}\u{1f600}'", id="line separator and others beyond ASCII"),
    ],
)
def test_javascript(value: str, literal: str) -> None:
    assert literals.javascript(value) == literal


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        pytest.param('say "hi"', r'"say \"hi\""', id="its own quote"),
        pytest.param("{origin}", '"{origin}"', id="a format hole is only text"),
        pytest.param("é\0", r'"\u{e9}\u{0}"', id="beyond ASCII"),
    ],
)
def test_rust(value: str, literal: str) -> None:
    assert literals.rust(value) == literal


@pytest.mark.parametrize(
    ("value", "literal"),
    [
        pytest.param("~^OPTIONS:.", '"~^OPTIONS:."', id="plain"),
        pytest.param('a"b\\.c', r'"a\"b\\.c"', id="quote and backslash"),
    ],
)
def test_nginx(value: str, literal: str) -> None:
    assert literals.nginx(value) == literal


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param("$http_origin", "variable", id="a variable"),
        pytest.param("a\nadd_header X y;", "control character", id="a newline"),
        pytest.param("a\x7f", "control character", id="DEL"),
        pytest.param("\ud800", "surrogate", id="half a character"),
    ],
)
def test_nginx_refuses_what_it_cannot_write(value: str, reason: str) -> None:
    with pytest.raises(literals.LiteralError, match=reason):
        literals.nginx(value)


@pytest.mark.parametrize("write", [literals.rust, literals.toml], ids=["rust", "toml"])
def test_half_a_character_is_refused_where_text_is_unicode(write: object) -> None:
    assert callable(write)
    with pytest.raises(literals.LiteralError, match="surrogate"):
        write("\udfff")


def test_an_expression_for_nginx_keeps_its_anchors() -> None:
    assert literals.nginx_expression(r"^https://a\.test$") == r'"~^https://a\.test$"'


@pytest.mark.parametrize("regex", ['a"b', "a\nb", "é"], ids=["a quote", "a newline", "beyond ASCII"])
def test_an_expression_that_nginx_would_misread_is_refused(regex: str) -> None:
    with pytest.raises(literals.LiteralError):
        literals.nginx_expression(regex)
