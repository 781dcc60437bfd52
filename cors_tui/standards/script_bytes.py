"""What a body is not: script that could run, or anything but data. Told by its beginning, without a parser.

https://github.com/annevk/orb#sniffing, https://tc39.es/ecma262/
"""

from __future__ import annotations

import json
import re

_BOM = "\xef\xbb\xbf"

_HTML = re.compile(r"<(?:!doctype html|script|html|head|iframe|h1|div|font|table|a|style|title|b|p)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->[^\r\n]*", re.DOTALL)
_OBJECT = re.compile(r'[ \t\r\n]*\{[ \t\r\n]*"(?:[^"\\]|\\.)*"[ \t\r\n]*:', re.DOTALL)
_OBJECT_OF_ANY_QUOTES = re.compile(rf"{_OBJECT.pattern}|{_OBJECT.pattern.replace(chr(34), chr(39))}", re.DOTALL)
_BREAKS = (")]}'", "{}&&", "{} &&", "for(;;);", "while(1);", "for (;;);", "while (1);")

_NO_START = re.compile(
    r"""<(?!!--) | [)\]},:=>?*&|%^@\x00-\x08\x0e-\x1f] | \.(?![0-9]) | \#(?!!)
    | [0-9]+[ \t]+(?!in\b|instanceof\b)[A-Za-z_$]""",
    re.VERBOSE,
)
_WORD = re.compile(r"([A-Za-z_$][\w$]*)([ \t]*)(.?)", re.ASCII)
_BEFORE_A_WORD = frozenset(
    {
        "async", "await", "case", "class", "const", "debugger", "delete", "do", "else", "export", "extends",
        "function", "get", "if", "import", "in", "instanceof", "let", "new", "of", "return", "set", "static",
        "switch", "throw", "try", "typeof", "using", "var", "void", "while", "with", "yield"
    }
)  # fmt: skip
_BEFORE_A_BRACE = frozenset({"do", "try", "import", "export", "let", "const", "var", "throw"})
_NEVER_ALONE = frozenset({"var", "const", "import", "export", "throw", "new", "typeof", "void", "delete", "if"})
_SPACE = re.compile(r"(?:[ \t\r\n\v\f]+|//[^\r\n]*|/\*.*?\*/|<!--[^\r\n]*)*", re.DOTALL)


def is_data(beginning: str) -> bool:
    """Whether bytes begin as HTML, as XML, as a JSON object, or as what keeps JSON from being run as a script.

    A comment of HTML opens scripts, too, and says nothing by itself.
    """
    text = beginning.removeprefix(_BOM)
    return _is_html(text) or text.lstrip(" \t\r\n").startswith("<?xml") or is_kept_from_running(text)


def is_kept_from_running(text: str) -> bool:
    """Whether it opens with what no script survives, or as a JSON object."""
    return text.startswith(_BREAKS) or _OBJECT.match(text) is not None


def _is_html(text: str) -> bool:
    text = text.lstrip(" \t\r\n")
    while comment := _COMMENT.match(text):
        text = text[comment.end() :].lstrip(" \t\r\n")
    return _HTML.match(text) is not None


def may_be_script(body: str) -> bool:
    """Whether `body` could be parsed as a script, and not as JSON.

    Only its beginning is looked at: markup, JSON and prose are told from script by it, a script with a syntax error
    further on is not.
    """
    text = body.removeprefix(_BOM)
    if _is_json(text) or _OBJECT_OF_ANY_QUOTES.match(text):
        return False
    return _begins_as_script(text)


def _begins_as_script(text: str) -> bool:
    """No script begins with two names, as a style sheet's rule, or with most of the signs; labels may stand before."""
    at = 0
    while True:
        space = _SPACE.match(text, at)
        at = space.end() if space else at
        if text.startswith(("{}&&", "{} &&"), at) or _NO_START.match(text, at):
            return False
        word = _WORD.match(text, at)
        if word is None:
            return True
        if word[3] != ":":
            return _goes_on(word)
        at = word.end()


def _goes_on(word: re.Match[str]) -> bool:
    """Whether what stands behind the first word can stand there."""
    name, space, after = word.groups()
    if after == "{":
        return name in _BEFORE_A_BRACE
    if not after:
        return name not in _NEVER_ALONE or word.end() < len(word.string)
    return not (space and (after.isalnum() or after in "_$\"'")) or name in _BEFORE_A_WORD


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
