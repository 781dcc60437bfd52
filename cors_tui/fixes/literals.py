"""Values as literals of the languages that snippets are written in.

Each function writes a text that the language's own parser reads back as exactly the value, or raises `LiteralError`
where the language has no such literal.
"""

from __future__ import annotations

import json as json_library
import re

_PLAIN = re.compile(r"[ -~]")
_MARKS = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


class LiteralError(ValueError):
    """The language has no literal for the value; the message says why in one sentence."""


def javascript(value: str) -> str:
    """A single-quoted JavaScript (and TypeScript) string, ASCII only: https://tc39.es/ecma262/#prod-StringLiteral"""
    return "'" + "".join(_javascript_character(character) for character in value) + "'"


def _javascript_character(character: str) -> str:
    if character in ("'", "\\"):
        return "\\" + character
    if _PLAIN.fullmatch(character):
        return character
    return _MARKS.get(character) or f"\\u{{{ord(character):x}}}"


def python(value: str) -> str:
    """A double-quoted Python string, ASCII only: https://docs.python.org/3/reference/lexical_analysis.html#strings"""
    return '"' + "".join(_python_character(character) for character in value) + '"'


def _python_character(character: str) -> str:
    if character in ('"', "\\"):
        return "\\" + character
    if _PLAIN.fullmatch(character):
        return character
    code = ord(character)
    return _MARKS.get(character) or (f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}")


def rust(value: str) -> str:
    """A Rust string literal, ASCII only: https://doc.rust-lang.org/reference/tokens.html#string-literals"""
    return '"' + "".join(_rust_character(character) for character in value) + '"'


def _rust_character(character: str) -> str:
    if character in ('"', "\\"):
        return "\\" + character
    if _PLAIN.fullmatch(character):
        return character
    _no_surrogate(character, "Rust")
    return _MARKS.get(character) or f"\\u{{{ord(character):x}}}"


def nginx(value: str) -> str:
    """A double-quoted parameter of an nginx directive: https://nginx.org/en/docs/beginners_guide.html#conf_structure

    nginx has no escape for ``$`` (it begins a variable), and control characters have no place in a header.
    """
    if "$" in value:
        raise LiteralError("nginx reads `$` as the start of a variable and has no way to write it literally")
    if not all(" " <= character != "\x7f" for character in value):
        raise LiteralError("nginx cannot write a control character in a parameter")
    _no_surrogate(value, "nginx")
    # nginx keeps a backslash before any letter but these, so every backslash is doubled.
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def nginx_expression(regex: str) -> str:
    """A case-sensitive expression as the key of a `map`: https://nginx.org/en/docs/http/ngx_http_map_module.html

    ``$`` is an anchor there, and never a variable.
    """
    if '"' in regex or not regex.isascii() or not regex.isprintable():
        raise LiteralError("an expression for nginx is printable ASCII without double quotes")
    return f'"~{regex}"'


def toml(value: str) -> str:
    """A TOML basic string: https://toml.io/en/v1.0.0#string"""
    _no_surrogate(value, "TOML")
    return '"' + "".join(_toml_character(character) for character in value) + '"'


def _toml_character(character: str) -> str:
    if character in ('"', "\\"):
        return "\\" + character
    code = ord(character)
    if code >= 0x20 and code != 0x7F:
        return character
    return _MARKS.get(character) or f"\\u{code:04x}"


def json(value: str) -> str:
    """A JSON string, ASCII only: https://datatracker.ietf.org/doc/html/rfc8259#section-7"""
    return json_library.dumps(value)


def _no_surrogate(value: str, language: str) -> None:
    if any(0xD800 <= ord(character) <= 0xDFFF for character in value):
        raise LiteralError(f"{language} text is Unicode and has no lone surrogate")
