"""A native command's arguments as PowerShell splits them, and as the program behind it then reads their quotes.

https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
"""

from __future__ import annotations

import re

from cors_tui.inputs.readers._words import Split, as_bytes_text

_PIECE = re.compile(
    r"(?P<join>`[ \t]*+\r?\n)|(?P<space>[ \t]++)|(?P<end>\r?\n|[;|])|(?P<comment>(?<![^\s])\#[^\n]*+)"
    r"|(?P<single>'(?:[^']++|'')*+'?)|(?P<double>\"(?:[^\"`]++|`.|\"\")*+\"?)|(?P<plain>(?:[^\s'\"`;|]++|`.)++|.)",
    re.DOTALL,
)
_IN_DOUBLE = re.compile(r"`(.)|\"\"", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}
_DOUBLED = re.compile(r"(['‘’‚‛])\1")
_EXPANSION = re.compile(r"(?<!`)\$(?:\{[^}]*+\}|\w++(?::\w++)?+|\([^)]*+\)?)")
_BEFORE_QUOTE = re.compile(r'(\\+)"')


def is_for_powershell(text: str) -> bool:
    """A backquote at a line's end, or a name that only PowerShell has."""
    return re.search(r"[ \t]`[ \t]*\r?\n|\$PSNative|\$\{?env:", text) is not None


def powershell_words(text: str) -> Split:
    """The commands of `text`. Quotes escaped for the program are undone, since versions before 7.3 need them."""
    found = Split([[]])
    word: list[str] | None = None
    for match in _PIECE.finditer(text):
        kind, piece = str(match.lastgroup), match[0]
        if kind in ("join", "space", "end", "comment"):
            if word is not None:
                found.commands[-1].append(_for_program("".join(word)))
            word = None
            if kind == "end":
                found.commands.append([])
            continue
        found.unclosed |= kind in ("single", "double") and (len(piece) < 2 or piece[-1] != piece[0])
        word = [*(word or []), _unquoted(kind, piece, found)]
    if word is not None:
        found.commands[-1].append(_for_program("".join(word)))
    found.commands = [command for command in found.commands if command]
    return found


def _unquoted(kind: str, piece: str, found: Split) -> str:
    if kind == "single":
        return _DOUBLED.sub(r"\1", piece[1:-1])
    found.unexpanded += _EXPANSION.findall(piece)
    inside = piece[1:-1] if kind == "double" else piece
    return _IN_DOUBLE.sub(lambda match: _LETTERS.get(match[1], match[1]) if match[1] else '"', inside)


def _for_program(argument: str) -> str:
    """What the program makes of the argument: backslashes before a quote are halved, quotes around it taken away."""
    if len(argument) > 1 and argument[0] == argument[-1] == '"':
        argument = re.sub(r"(\\+)\Z", lambda run: run[1][: len(run[1]) // 2], argument[1:-1])
    return as_bytes_text(_BEFORE_QUOTE.sub(lambda match: match[1][: len(match[1]) // 2] + '"', argument))
