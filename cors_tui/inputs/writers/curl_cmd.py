"""curl for cmd.exe of Windows, quoted much as network panels quote it.

Every argument stands in ``^"…^"``, so that cmd sees no quotes: what it would look at has a caret before it. Inside, the
C runtime's rules hold: ``\\"`` for a quote, and backslashes doubled before one only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts

_HARMLESS = re.compile(r"[^A-Za-z0-9\s_\-:=+~'/.,?;()*`]")


def write(case: Case, show_secrets: bool = False) -> str:
    """The command. Line breaks are kept as cmd takes them; bytes that are no UTF-8 come out one character each."""
    return " ^\n  ".join(["curl.exe -i", *_words(case, show_secrets)])


def _words(case: Case, show_secrets: bool) -> Iterator[str]:
    call = case.call
    method = parts.method(call)
    if method == "HEAD":
        yield "--head"
    elif method != "GET" or call.body is not None:
        yield f"-X {_quoted(method)}"
    pieces = parts.url_pieces(parts.target(call), show_secrets)
    yield "--globoff " + _in_quotes("".join(f"%{text}%" if secret else _escaped(text) for text, secret in pieces))
    for name, value in parts.sent_headers(call):
        if parts.is_hidden(name, value, show_secrets):
            yield "-H " + _in_quotes(f"{_escaped(name)}: %{parts.variable(name)}%")
        else:
            yield "-H " + _quoted(parts.readable(f"{name}: {value}" if value else f"{name};"))
    if call.body is not None:
        yield f"--data-raw {_quoted(parts.readable(call.body))}"


def _quoted(text: str) -> str:
    return _in_quotes(_escaped(text))


def _in_quotes(escaped: str) -> str:
    return f'^"{escaped}^"'


def _escaped(text: str) -> str:
    doubled = re.sub(r'(\\+)(?="|\Z)', r"\1\1", text).replace('"', '\\"')
    carets = _HARMLESS.sub(lambda found: f"^{found[0]}", doubled)
    carets = re.sub(r"%(?=\w)", "%^", carets, flags=re.ASCII)  # no variable is called so
    return re.sub(r"\r?\n", "^\n\n", carets)


WRITER = Writer("curl (cmd.exe)", write, ".cmd")
