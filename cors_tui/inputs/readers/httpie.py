"""HTTPie commands: a method, a URL, and request items whose separator says what they are.

https://httpie.io/docs/cli/request-items
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote_plus

from cors_tui.case import Call, Connection
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._page import call_from_wire
from cors_tui.inputs.readers._words import as_unicode, bash_words

_PROGRAM = re.compile(r"(?:https?|xhs?)(?:\.exe)?")
_COMMAND = re.compile(r"(?:\A|[\n;|&][ \t]*|\n?[ \t]*[$>%][ \t]+)(?:https?|xhs?)[ \t]+(?![ \t\n])(?=[^\n]*[:./=-])")
_METHOD = re.compile(r"[A-Za-z]{2,20}")
_ITEM = re.compile(r"((?:\\.|[^\\:=@;])*)(:=@|=@|:=|==|:|=|@|;)(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\([:=@;\\])")
_TAKES_VALUE = frozenset(
    {"--auth", "-a", "--auth-type", "-A", "--raw", "--session", "--session-read-only", "--print", "-p", "--style", "-s",
     "--proxy", "--verify", "--cert", "--cert-key", "--timeout", "--max-redirects", "--output", "-o", "--pretty",
     "--boundary", "--ssl", "--default-scheme", "--format-options", "--response-charset", "--response-mime"}
)  # fmt: skip
_OCTAL = re.compile(r"\\([0-7]{3})")


@dataclass(slots=True)
class _Asked:
    """What the words of one command ask for. Texts hold one character a byte."""

    words: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    headers: list[tuple[str, str]] = field(default_factory=list)
    queries: list[str] = field(default_factory=list)
    data: dict[str, object] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)


def claim(text: str) -> float:
    """A command that begins a line, with a URL or an item that no sentence has."""
    found = _COMMAND.search(text)
    if not found:
        return 0.0
    asked = [_spelled(words) for words in _commands(text[found.start() :])]
    if not any(each.words and re.search(r"://|^:|[.\w]/|localhost", _url_of(each)[1]) for each in asked):
        return 0.0
    return 0.94 if not text[: found.start()].strip(" \n$>%") or ": '" in text[: found.start()] else 0.55


def read(text: str) -> Understood:
    """The request of every such command."""
    split = bash_words(text)
    calls: list[Call] = []
    missed: list[str] = []
    says: list[str] = []
    insecure = False
    before: list[str] = []
    for words in map(_without_prompt, split.commands):
        if words and _PROGRAM.fullmatch(words[0]):
            asked = _spelled(words)
            call, notes = _call(words[0], asked, _piped(before))
            insecure |= asked.options.get("--verify") in ("no", "false")
            calls.append(call)
            says += notes
            missed += asked.missed
        before = words
    names = ", ".join(dict.fromkeys(as_unicode(each[:40]) for each in split.unexpanded))
    if names:
        missed.append(f"Not filled in, because nothing is expanded: {names[:200]}.")
    if not calls:
        missed.append("The command names no URL.")
    return Understood("curl", tuple(calls), Connection(insecure=insecure), says=tuple(says), missed=tuple(missed))


def _commands(text: str) -> Iterator[list[str]]:
    commands = map(_without_prompt, bash_words(text).commands)
    return (words for words in commands if words and _PROGRAM.fullmatch(words[0]))


def _without_prompt(words: list[str]) -> list[str]:
    return words[1:] if words[:1] in (["$"], ["%"]) else words


def _spelled(words: list[str]) -> _Asked:
    asked = _Asked()
    waiting = iter(words[1:])
    for word in waiting:
        if word.startswith("-") and len(word) > 1:
            name, equals, value = word.partition("=") if word.startswith("--") else (word, "", "")
            asked.options[name] = value if equals else next(waiting, "") if name in _TAKES_VALUE else ""
        elif len(asked.words) < 2 and (
            not asked.words or (_is_method(asked.words[0]) and not _ITEM.match(asked.words[0]))
        ):
            asked.words.append(word)
        else:
            _item(word, asked)
    return asked


def _is_method(word: str) -> bool:
    return _METHOD.fullmatch(word) is not None and word.lower() != "localhost"


def _url_of(asked: _Asked) -> tuple[str, str]:
    """The method ("" where none is written) and the URL as written."""
    first, *rest = [*asked.words, ""]
    return (first, rest[0]) if _is_method(first) and len(asked.words) > 1 else ("", first)


def _item(word: str, asked: _Asked) -> None:
    found = _ITEM.fullmatch(word)
    if found is None:
        return
    name, mark, value = _ESCAPE.sub(r"\1", found[1]), found[2], found[3]
    if mark == ":" and value:
        asked.headers.append((name, re.sub(r"^\\(?=[=@])", "", value)))
    elif mark == ";":
        asked.headers.append((name, ""))
    elif mark == "==":
        asked.queries.append(f"{quote_plus(name, encoding='latin-1')}={quote_plus(value, encoding='latin-1')}")
    elif mark == "=":
        asked.data[as_unicode(name)] = as_unicode(value)
    elif mark == ":=":
        asked.data[as_unicode(name)] = _json(as_unicode(value), asked)
    elif mark != ":":
        asked.missed.append("A file that the command names was not opened.")


def _json(value: str, asked: _Asked) -> object:
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        asked.missed.append("A value that the command calls JSON is none; it was taken as text.")
        return value


def _call(program: str, asked: _Asked, piped: str | None) -> tuple[Call, tuple[str, ...]]:
    method, url = _url_of(asked)
    body = asked.options.get("--raw", piped)
    is_form = bool({"--form", "-f", "--multipart"} & asked.options.keys())
    if asked.data:
        fields = ((quote_plus(name), quote_plus(str(value))) for name, value in asked.data.items())
        body = "&".join(map("=".join, fields)) if is_form else json.dumps(asked.data).encode().decode("latin-1")
    headers = [*asked.headers, *_login(asked)]
    if body is not None and not any(name.lower() == "content-type" for name, _ in headers):
        headers.append(("Content-Type", "application/x-www-form-urlencoded" if is_form else "application/json"))
    target = _whole(url, program)
    if asked.queries:
        target += ("&" if "?" in target else "?") + "&".join(asked.queries)
    return call_from_wire(as_unicode(target), as_unicode(method) or ("GET" if body is None else "POST"), headers, body)


def _login(asked: _Asked) -> Iterator[tuple[str, str]]:
    given = asked.options.get("--auth", asked.options.get("-a", ""))
    kind = asked.options.get("--auth-type", asked.options.get("-A", "basic")).lower()
    if given and kind == "bearer":
        yield "Authorization", f"Bearer {given}"
    elif given and kind == "basic":
        from base64 import b64encode

        yield "Authorization", f"Basic {b64encode(given.encode('latin-1')).decode()}"


def _whole(url: str, program: str) -> str:
    """The URL with what HTTPie adds: ``:3000/x`` is on this machine, and the program's name is the scheme."""
    if "://" in url or url.startswith("$"):
        return url
    scheme = "https" if program.startswith(("https", "xhs")) else "http"
    return f"{scheme}://localhost{url}" if url.startswith(":") else f"{scheme}://{url}"


def _piped(before: list[str]) -> str | None:
    """The body that ``printf '\\101'`` before the pipe writes; None where another command stands there."""
    if len(before) != 2 or before[0] != "printf" or not re.fullmatch(r"(\\[0-7]{3})*", before[1]):
        return None
    return _OCTAL.sub(lambda octal: chr(int(octal[1], 8) & 0xFF), before[1])


READER = Reader("curl", claim, read)
