"""A block of an ``.http`` file, as editors send it."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts

_MARKS = {"#": "HASH", "<": "LESS", ">": "GREATER", "": "NOTHING"}
"""What may not begin a line of a body as it is, and the variable that stands for it."""


def write(case: Case, show_secrets: bool = False) -> str:
    """The block; a variable (``{{AUTHORIZATION}}``) stands for each secret, and is defined, empty, before it."""
    call = case.call
    pieces = list(parts.url_pieces(parts.target(call), show_secrets))
    headers = list(parts.sent_headers(call))
    names = [text for text, secret in pieces if secret]
    names += [parts.variable(name) for name, value in headers if parts.is_hidden(name, value, show_secrets)]
    url = "".join(f"{{{{{text}}}}}" if secret else text for text, secret in pieces)
    body = [] if call.body is None else list(_body_lines(parts.readable(call.body)))
    marks = {value: name for value, name in _MARKS.items() if any(line.startswith(f"{{{{{name}}}}}") for line in body)}
    lines = [f"@{name} = " for name in dict.fromkeys(names)]
    lines += [f"@{name} = {value}" for value, name in marks.items()]
    lines += ["###", f"{parts.method(call)} {url}", *_fields(headers, show_secrets)]
    if call.body is not None:
        lines += ["", *body]
    return "\n".join(lines) + "\n"


def _body_lines(body: str) -> Iterator[str]:
    """The body, its marks as variables: a line that begins a request, a file or a script in such a file is none in a
    body, and blank lines at its ends are part of it."""
    lines = body.split("\n")
    for number, line in enumerate(lines):
        if not line and number in (0, len(lines) - 1) and len(lines) > 1:
            yield f"{{{{{_MARKS['']}}}}}"
        elif line[:1] in ("<", ">") or line.startswith("###"):
            yield f"{{{{{_MARKS[line[0]]}}}}}{line[1:]}"
        else:
            yield line


def _fields(headers: list[tuple[str, str]], show_secrets: bool) -> Iterator[str]:
    for name, value in headers:
        hidden = parts.is_hidden(name, value, show_secrets)
        yield f"{name}: {{{{{parts.variable(name)}}}}}" if hidden else f"{name}: {parts.readable(value)}"


WRITER = Writer(".http file", write, ".http")
