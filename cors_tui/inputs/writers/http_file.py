"""A block of an ``.http`` file, as editors send it."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts


def write(case: Case, show_secrets: bool = False) -> str:
    """The block; a variable (``{{AUTHORIZATION}}``) stands for each secret, and is defined, empty, before it."""
    call = case.call
    pieces = list(parts.url_pieces(parts.target(call), show_secrets))
    headers = list(parts.sent_headers(call))
    names = [text for text, secret in pieces if secret]
    names += [parts.variable(name) for name, value in headers if parts.is_hidden(name, value, show_secrets)]
    url = "".join(f"{{{{{text}}}}}" if secret else text for text, secret in pieces)
    lines = [f"@{name} = " for name in dict.fromkeys(names)]
    lines += ["###", f"{parts.method(call)} {url}", *_fields(headers, show_secrets)]
    if call.body is not None:
        lines += ["", parts.readable(call.body)]
    return "\n".join(lines) + "\n"


def _fields(headers: list[tuple[str, str]], show_secrets: bool) -> Iterator[str]:
    for name, value in headers:
        hidden = parts.is_hidden(name, value, show_secrets)
        yield f"{name}: {{{{{parts.variable(name)}}}}}" if hidden else f"{name}: {parts.readable(value)}"


WRITER = Writer(".http file", write, ".http")
