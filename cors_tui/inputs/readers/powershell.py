"""PowerShell's Invoke-WebRequest and Invoke-RestMethod, as browsers copy them and people write them.

https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-webrequest
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.case import Call, Connection
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._page import call_from_wire
from cors_tui.inputs.readers._words import as_bytes_text

_COMMAND = re.compile(r"(?:\A|[\n;|(=])[ \t]*+(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\b", re.IGNORECASE)
_TOKEN = re.compile(
    r"(?P<join>`[ \t]*+\r?\n)|(?P<space>[ \t]++)|(?P<end>\r?\n|[;|])|(?P<comment>\#[^\n]*+)"
    r"|(?P<single>'(?:[^']++|'')*+')|(?P<double>\"(?:[^\"`]++|`.|\"\")*+\")"
    r"|(?P<brace>@\{|[{}()=,])|(?P<word>(?:[^\s'\"`;|{}()=,\#]++|`.)++)|(?P<rest>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"`(u\{[0-9A-Fa-f]{1,6}\}|.)|\"\"", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "e": "\x1b"}
_COOKIE = re.compile(r"System\.Net\.Cookie\((['\"])([^'\"]*+)\1,[ ]?(['\"])([^'\"]*+)\3")
_ASSIGNED = re.compile(r"(?m)^[ \t]*(\$\w+)[ \t]*=[ \t]*(?:\[[^\]\n]*\][ \t]*)?@\{")
_VARIABLE = re.compile(r"(?<!`)\$(?:\w+|\{[^}]*+\}|\([^)]*+\))")
_MOST = 100

Token = tuple[str, str]


def claim(text: str) -> float:
    return 0.96 if _COMMAND.search(text) else 0.0


def read(text: str) -> Understood:
    """The request of every such command."""
    calls: list[Call] = []
    says: list[str] = []
    missed: list[str] = []
    cookies = "; ".join(f"{found[2]}={found[4]}" for found in _COOKIE.finditer(text))
    insecure = False
    tables = _named_tables(text)
    for match in list(_COMMAND.finditer(text))[:_MOST]:
        options, headers = _options(list(_tokens(text[match.end() :])), tables, missed)
        insecure = insecure or "skipcertificatecheck" in options
        url = options.get("uri", options.get("", ""))
        if not url:
            continue
        named = {name.lower() for name, _ in headers}
        if "authority" in named:  # the pseudo-headers of HTTP/2, which browsers copy without their colon
            headers = [pair for pair in headers if pair[0].lower() not in ("authority", "method", "path", "scheme")]
        typed = [pair for pair in _typed(options) if pair[0].lower() not in named]
        pairs = [*headers, *typed, *([("Cookie", as_bytes_text(cookies))] if cookies else [])]
        body = as_bytes_text(options["body"]) if "body" in options else None
        method = options.get("method", "GET").upper()
        call, notes = call_from_wire(url, method, pairs, body)
        calls.append(call)
        says += notes
    if not calls:
        missed.append("The command names no URL.")
    unique = tuple(dict.fromkeys(missed))
    return Understood(
        "curl", tuple(calls), Connection(insecure=insecure), says=tuple(dict.fromkeys(says)), missed=unique
    )


def _typed(options: dict[str, str]) -> Iterator[tuple[str, str]]:
    if "contenttype" in options:
        yield "Content-Type", as_bytes_text(options["contenttype"])
    elif "body" in options:
        yield "Content-Type", "application/x-www-form-urlencoded"
    if "useragent" in options:
        yield "User-Agent", as_bytes_text(options["useragent"])


def _tokens(text: str) -> Iterator[Token]:
    """The tokens of one command, strings unquoted; ends with the command."""
    depth = 0
    for match in _TOKEN.finditer(text):
        kind, piece = str(match.lastgroup), match[0]
        if kind == "brace":
            depth += piece in ("@{", "{", "(")
            depth -= piece in ("}", ")")
        if kind == "end" and depth <= 0:
            return
        if kind in ("join", "space", "comment"):
            continue
        if kind == "single":
            yield "text", piece[1:-1].replace("''", "'")
        elif kind == "double":
            yield "text", _ESCAPE.sub(_unescaped, piece[1:-1])
        else:
            yield kind, piece


def _unescaped(match: re.Match[str]) -> str:
    letter = match[1]
    if letter is None:
        return '"'
    if letter.startswith("u{"):
        code = int(letter[2:-1], 16)
        return chr(code) if code < 0x110000 else ""
    return _LETTERS.get(letter, letter)


def _named_tables(text: str) -> dict[str, list[tuple[str, str]]]:
    """The tables that variables were given before, by the variables' names in small letters."""
    given = list(_ASSIGNED.finditer(text))[:_MOST]
    return {match[1].lower(): _table(list(_tokens(f"@{{{text[match.end() :]}")), 1)[1] for match in given}


def _options(
    tokens: list[Token], tables: dict[str, list[tuple[str, str]]], missed: list[str]
) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Options by name in small letters (a value without a name under ""), and the headers' table."""
    options: dict[str, str] = {}
    headers: list[tuple[str, str]] = []
    place = 0
    while place < len(tokens):
        kind, piece = tokens[place]
        place += 1
        if kind == "word" and piece.startswith("-"):
            name = piece[1:].rstrip(":").lower()
            if name == "headers" and tokens[place : place + 1] == [("brace", "@{")]:
                place, headers = _table(tokens, place + 1)
            elif name == "headers" and place < len(tokens) and tokens[place][1].lower() in tables:
                headers = tables[tokens[place][1].lower()]
                place += 1
            elif place < len(tokens) and tokens[place][0] in ("text", "word") and not tokens[place][1].startswith("-"):
                options[name] = tokens[place][1]
                place += 1
            else:
                options[name] = ""
        elif kind in ("text", "word"):
            options.setdefault("", piece)
    unknown = [
        found[0]
        for name, value in options.items()
        if name not in ("body", "websession")
        for found in _VARIABLE.finditer(value)
    ]
    if unknown:
        missed.append(f"Not filled in, because nothing is expanded: {', '.join(dict.fromkeys(unknown))[:200]}.")
    return options, headers


def _table(tokens: list[Token], place: int) -> tuple[int, list[tuple[str, str]]]:
    """``@{ "name"="value" … }`` from behind its opening; where it ends, and its pairs."""
    pairs: list[tuple[str, str]] = []
    while place < len(tokens) and tokens[place] != ("brace", "}"):
        named = tokens[place][0] in ("text", "word") and tokens[place + 1 : place + 2] == [("brace", "=")]
        if named and place + 2 < len(tokens) and tokens[place + 2][0] in ("text", "word"):
            pairs.append((tokens[place][1], as_bytes_text(tokens[place + 2][1])))
            place += 3
        else:
            place += 1
    return place + 1, pairs


READER = Reader("powershell", claim, read)
