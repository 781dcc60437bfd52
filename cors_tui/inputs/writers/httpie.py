"""HTTPie for a POSIX shell. https://httpie.io/docs/cli/request-items

HTTPie writes every method in capitals and some URLs anew, and takes a backslash out of a header's value where one of
its separators follows. Where that changes the request, a line before the command says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.case import Call, Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts
from cors_tui.probe.as_curl import quote

_UNRESERVED = r"%(?:2[DE]|3[0-9]|4[1-9A-F]|5[0-9AF]|6[1-9A-F]|7[0-9AE])"
_REWRITTEN = re.compile(rf"%(?![0-9A-F]{{2}})|{_UNRESERVED}|[\"\[\]|^`{{}}\\]|\?\Z|\A[^?]*(?P<last>;)(?=\?|\Z)")
_LOST_BACKSLASH = re.compile(r"\\[:;=@]")


def write(case: Case, show_secrets: bool = False) -> str:
    """The command, behind a line for each thing that HTTPie cannot send as it is. A body that is no text is piped."""
    call = case.call
    notes = "".join(f": {quote(note)}\n" for note in _notes(call))
    return notes + _piped(call) + " \\\n  ".join(_words(case, show_secrets))


def _notes(call: Call) -> Iterator[str]:
    target, method = parts.target(call), parts.method(call)
    rewritten = _REWRITTEN.search(_behind_the_host(target))
    if rewritten:
        yield f"HTTPie changes the {rewritten['last'] or rewritten[0]} in the URL; curl sends the URL as it is."
    if method != method.upper():
        yield f"HTTPie sends {method.upper()} instead of {method}; curl sends it as it is."
    for name, value in parts.sent_headers(call):
        if _LOST_BACKSLASH.search(value):
            yield f"HTTPie takes a backslash out of the header {name}; curl sends it as it is."
        if parts.text_of(value) is None:
            yield f"HTTPie sends the header {name} in UTF-8; curl sends its bytes as they are."


def _behind_the_host(url: str) -> str:
    return re.sub(r"\A[^:/?#]*://[^/?#]*", "", url)


def _piped(call: Call) -> str:
    """A body that cannot be an argument, for the command's standard input."""
    if call.body is None or _is_argument(call.body):
        return ""
    octal = "".join("\\" + format(ord(octet), "03o") for octet in call.body)
    return f"printf '{octal}' | "


def _is_argument(body: str) -> bool:
    return parts.text_of(body) is not None and "\0" not in body


def _words(case: Case, show_secrets: bool) -> Iterator[str]:
    call = case.call
    is_argument = call.body is None or _is_argument(call.body)
    pieces = parts.url_pieces(parts.target(call), show_secrets)
    url = "".join(f'"${text}"' if secret else quote(_octets(text)) for text, secret in pieces)
    stdin = " --ignore-stdin" if is_argument else ""
    yield f"http{stdin} --path-as-is --print=hb {quote(_octets(parts.method(call)))} {url or quote('')}"
    for name, value in parts.sent_headers(call):
        if parts.is_hidden(name, value, show_secrets):
            yield f'{quote(_octets(_name(name)) + ":")}"${parts.variable(name)}"'
        elif value:
            yield quote(f"{_octets(_name(name))}:{_value(value)}")
        else:
            yield quote(f"{_octets(_name(name))};")
    if call.body is not None and is_argument:
        yield f"--raw={quote(call.body)}"  # as one word: a body may begin with a dash


def _name(name: str) -> str:
    """A header's name without what separates a request item."""
    return re.sub(r"[:=@;\\]", r"\\\g<0>", name)


def _value(value: str) -> str:
    """A header's value: what would make another separator of the colon before it is escaped."""
    written = value if parts.text_of(value) is not None else _octets(value)
    return f"\\{written}" if written[0] in "=@" else written


def _octets(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode("latin-1")


WRITER = Writer("HTTPie", write, ".sh")
