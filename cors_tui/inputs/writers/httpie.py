"""HTTPie for a POSIX shell. https://httpie.io/docs/cli/request-items"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts
from cors_tui.probe.as_curl import quote


def write(case: Case, show_secrets: bool = False) -> str:
    """The command. A body with a NUL in it cannot be an argument, and is left out."""
    return " \\\n  ".join(_words(case, show_secrets))


def _words(case: Case, show_secrets: bool) -> Iterator[str]:
    call = case.call
    pieces = parts.url_pieces(parts.target(call), show_secrets)
    url = "".join(f'"${text}"' if secret else quote(_octets(text)) for text, secret in pieces)
    yield f"http --ignore-stdin --print=hb {quote(_octets(parts.method(call)))} {url or quote('')}"
    for name, value in parts.sent_headers(call):
        if parts.is_hidden(name, value, show_secrets):
            yield f'{quote(_octets(_name(name)) + ":")}"${parts.variable(name)}"'
        elif value:
            yield quote(f"{_octets(_name(name))}:{_octets(value) if not value.isascii() else value}")
        else:
            yield quote(f"{_octets(_name(name))};")
    if call.body is not None and "\0" not in call.body:
        yield f"--raw={quote(call.body)}"  # as one word: a body may begin with a dash


def _name(name: str) -> str:
    """A header's name without what separates a request item."""
    return re.sub(r"[:=@;\\]", r"\\\g<0>", name)


def _octets(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("latin-1")


WRITER = Writer("HTTPie", write, ".sh")
