"""Command lines as words, the way a POSIX shell, cmd.exe and PowerShell's curl habits split them; nothing is expanded.

Words hold one character a byte (UTF-8 seen as latin-1), so that ``$'\\xff'`` keeps its byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_BASH = re.compile(
    r"(?P<join>\\[ \t]*\r?\n)"
    r"|(?P<space>[ \t]++)"
    r"|(?P<end>\r?\n|\r|;|&&|\|\||\|&?|&(?=\s|\Z))"
    r"|(?P<redirect>\d?(?:>>|>&|<<<|<<|[<>])[ \t]*)"
    r"|(?P<single>'[^']*+')"
    r"|(?P<ansi>\$'(?:[^'\\]++|\\.)*+')"
    r"|(?P<double>\$?\"(?:[^\"\\]++|\\.)*+\")"
    r"|(?P<escaped>\\.)"
    r"|(?P<unclosed>\$?['\"])"
    r"|(?P<expansion>\$\([^)]*+\)?|\$\{[^}]*+\}?|\$\w+|`[^`]*+`?)"
    r"|(?P<comment>\#[^\n]*+)"
    r"|(?P<plain>[^\s'\"\\$`;|<>&\#]++|.)",
    re.DOTALL,
)
_EXPANSION = re.compile(r"(?<!\\)(?:\$\([^)]*+\)?|\$\{[^}]*+\}?|\$[A-Za-z_]\w*|`[^`]*+`?)")
_IN_DOUBLE = re.compile(r"\\([$`\"\\])|\\\r?\n")
_ANSI = re.compile(
    r"\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|U([0-9A-Fa-f]{1,8})|([0-7]{1,3})|c(.)|(.))", re.DOTALL
)
_ANSI_LETTERS = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b", "E": "\x1b"}


@dataclass(slots=True)
class Split:
    """Commands as words, and what stands in them that a shell would have replaced."""

    commands: list[list[str]] = field(default_factory=list)
    unexpanded: list[str] = field(default_factory=list)
    unclosed: bool = False


def as_bytes_text(text: str) -> str:
    """`text` with one character a byte of its UTF-8."""
    return text.encode("utf-8", "surrogatepass").decode("latin-1")


def as_unicode(text: str) -> str:
    """The other way; bytes that are not UTF-8 are replaced."""
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


def bash_words(text: str) -> Split:
    """The commands of `text` as bash splits them.

    Also forgives what pasting does: a space behind the backslash of a continued line, and an ``&`` inside a URL that
    nobody quoted. https://www.gnu.org/software/bash/manual/html_node/Quoting.html
    """
    found = Split([[]])
    word: list[str] | None = None
    skip_word = False
    for kind, piece in _pieces(as_bytes_text(text), found):
        if kind in ("space", "end", "redirect"):
            if word is not None and not skip_word:
                found.commands[-1].append("".join(word))
            skip_word = kind == "redirect" or (skip_word and word is None and kind == "space")
            word = None
            if kind == "end":
                found.commands.append([])
        elif kind == "comment" and word is None:
            continue
        elif kind != "join":
            word = [] if word is None else word
            word.append(piece)
    if word is not None and not skip_word:
        found.commands[-1].append("".join(word))
    found.commands = [command for command in found.commands if command]
    return found


def _pieces(text: str, found: Split) -> Iterator[tuple[str, str]]:
    """The parts of words, unquoted, and what stands between words."""
    place = 0
    while match := _BASH.match(text, place):
        kind, piece, place = str(match.lastgroup), match[0], match.end()
        if kind == "unclosed":
            found.unclosed = True
            yield kind, text[match.end() :]
            return
        if kind == "double":
            found.unexpanded += _EXPANSION.findall(piece)
            inside = piece.removeprefix("$")[1:-1]
            piece = _IN_DOUBLE.sub(lambda m: m[1] or "", inside) if "\\" in inside else inside
        elif kind == "expansion":
            found.unexpanded.append(piece)
        elif kind == "single":
            piece = piece[1:-1]
        elif kind == "ansi":
            piece = _ANSI.sub(_ansi, piece[2:-1])
        elif kind == "escaped":
            piece = piece[1:]
        yield kind, piece


def _ansi(match: re.Match[str]) -> str:
    r"""One escape of ``$'…'``. https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html"""
    octet, short, long, octal, control, letter = match.groups()
    if octet or octal:
        return chr(int(octet, 16) if octet else int(octal, 8) & 0xFF)
    if short or long:
        code = int(short or long, 16)
        return as_bytes_text(chr(code)) if code < 0x110000 else ""
    if control:
        return chr(ord(control) & 0x1F)
    return _ANSI_LETTERS.get(letter, letter if letter in "\\'\"?" else f"\\{letter}")


_CMD = re.compile(
    r"(?P<space>[ \t]++)|(?P<end>\r?\n|&{1,2}|\|{1,2})"
    r"|(?P<quoted>\"(?:[^\"\\]++|\\.|\"\")*+\"?)|(?P<plain>[^\s\"&|]++)",
    re.DOTALL,
)


def cmd_words(text: str) -> Split:
    """The commands of `text` as cmd.exe and then the C runtime split them; browsers' "Copy as cURL (cmd)".

    New browsers put a caret before every character that cmd would look at; old ones only continue lines with it.
    """
    if '^"' in text:
        text = re.sub(r"\^\r?\n(?:\r?\n)?|\^(.)", _without_caret, text, flags=re.DOTALL)
    else:
        text = re.sub(r"[ \t]*\^[ \t]*\r?\n[ \t]*", " ", text)
    doubles = "curl.exe" not in text  # which a person wrote, or this program
    found = Split([[]])
    word: list[str] = []
    for match in _CMD.finditer(as_bytes_text(text)):
        kind = match.lastgroup
        if kind in ("space", "end"):
            if word:
                found.commands[-1].append("".join(word))
            word = []
            if kind == "end":
                found.commands.append([])
        else:
            word.append(_cmd_unquoted(match[0], doubles) if kind == "quoted" else match[0])
    if word:
        found.commands[-1].append("".join(word))
    found.commands = [command for command in found.commands if command]
    return found


def _without_caret(match: re.Match[str]) -> str:
    if match[1]:
        return match[1]
    return "\n" if match[0].count("\n") == 2 else " "


_RUN = re.compile(r'(\\++)("?)|""')


def _cmd_unquoted(piece: str, doubles: bool) -> str:
    """The C runtime halves backslashes before a quote only; network panels double every one (`doubles`), which is told
    by none standing alone. https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
    """
    inside = piece[1:-1] if len(piece) > 1 and piece.endswith('"') else piece[1:]
    doubled = doubles and all(len(found[1]) % 2 == 0 for found in _RUN.finditer(inside) if found[1] and not found[2])

    def told(found: re.Match[str]) -> str:
        run, quote = found[1] or "", found[2] if found[1] else '"'
        halved = bool(quote) or doubled or found.end() == len(inside)
        return (run[: len(run) // 2] if halved else run) + quote

    return _RUN.sub(told, inside)
