"""What cannot be a script by its beginning, and what one engine takes for data; both as measured."""

from __future__ import annotations

import pytest

from cors_tui.standards.script_bytes import is_data, may_be_script
from tests.rows import each_row


@each_row(
    ("beginning", "expected"),
    [
        pytest.param("1", False, id="a number"),
        pytest.param("", False, id="nothing"),
        pytest.param("<!-- x -->1", False, id="a comment of HTML alone, which scripts have, too"),
        pytest.param("<!-- x --><html>", False, id="what stands on its line belongs to it"),
        pytest.param("<svg>", False, id="SVG"),
        pytest.param("<my-element>", False, id="an element of one's own"),
        pytest.param("{}", False, id="an empty object, which is a block"),
        pytest.param("{'a':1}", False, id="an object in the wrong quotes"),
        pytest.param('{"a"', False, id="an object without its colon"),
        pytest.param('["a"]', False, id="a list"),
        pytest.param(" \n)]}'", False, id="space before what breaks the parser"),
        pytest.param("for (;;) break;", False, id="a loop that ends"),
        pytest.param("hello world", False, id="prose"),
        pytest.param("<p>", True, id="HTML"),
        pytest.param("  <HTML>", True, id="in capitals, after space"),
        pytest.param("\xef\xbb\xbf<html>", True, id="after a mark of the byte order"),
        pytest.param("<!-- x -->\n<div>", True, id="after a comment"),
        pytest.param("<br>", True, id="what begins as <b"),
        pytest.param('<?xml version="1.0"?><a/>', True, id="XML"),
        pytest.param(' {"a":1}', True, id="a JSON object"),
        pytest.param('{"a\\"b" :', True, id="its name with a quote in it"),
        pytest.param(")]}'\n{}", True, id="Angular's prefix"),
        pytest.param("{}&&{}", True, id="Struts's prefix"),
        pytest.param("for(;;);[]", True, id="a loop without end"),
        pytest.param("while (1);", True, id="another"),
    ],
)
def test_looks_like_data(beginning: str, expected: bool) -> None:
    assert is_data(beginning) is expected


@each_row(
    ("body", "expected"),
    [
        pytest.param("", True, id="nothing"),
        pytest.param("hello", True, id="a name"),
        pytest.param("hello()", True, id="a call"),
        pytest.param("hello\nworld", True, id="two names on two lines"),
        pytest.param("/* a */ // b\n x = {}", True, id="after comments"),
        pytest.param("<!-- x -->1", True, id="a comment of HTML"),
        pytest.param("for(;;)break;", True, id="a loop"),
        pytest.param("throw 1", True, id="a word that another may follow"),
        pytest.param("var\nx", True, id="and on the next line"),
        pytest.param("try{}finally{}", True, id="a word that a block follows"),
        pytest.param("a: for (;;) break a", True, id="a label"),
        pytest.param('"use strict"; 1', True, id="a directive"),
        pytest.param("(function(){})()", True, id="wrapped"),
        pytest.param("!function(){}()", True, id="wrapped shortly"),
        pytest.param(".5", True, id="a fraction"),
        pytest.param("1", False, id="a number is JSON"),
        pytest.param('"a"', False, id="a string is JSON"),
        pytest.param("[]", False, id="a list is JSON"),
        pytest.param("\xef\xbb\xbf1", False, id="after a mark of the byte order"),
        pytest.param(' {"a":1, ', False, id="JSON that was cut off"),
        pytest.param("{'a':1}", False, id="an object in the wrong quotes"),
        pytest.param("<p>", False, id="HTML"),
        pytest.param("<?xml?>", False, id="XML"),
        pytest.param(" \n)]}'", False, id="what breaks the parser"),
        pytest.param("{}&&{}", False, id="so, too"),
        pytest.param("Not Found", False, id="prose"),
        pytest.param("404 page not found", False, id="prose that begins with a number"),
        pytest.param("error: no such file", False, id="prose that begins as a label"),
        pytest.param("body { margin: 0 }", False, id="a style sheet"),
        pytest.param("@media print {}", False, id="a style sheet's other rules"),
        pytest.param("var", False, id="a word that needs another"),
        pytest.param("\0\1", False, id="bytes"),
        pytest.param("data: 1\n\n", True, id="an event stream is a label and a number"),
    ],
)
def test_could_be_script(body: str, expected: bool) -> None:
    assert may_be_script(body) is expected


def test_deep_nesting_is_no_trouble() -> None:
    assert may_be_script("[" * 60000)
    assert not may_be_script("a: " * 20000 + "b c")
