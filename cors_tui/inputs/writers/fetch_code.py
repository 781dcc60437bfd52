"""`fetch` code, for the page's own console or for node."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.case import Call, Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts
from cors_tui.standards.request import CredentialsMode, Mode, RedirectMode


def write(case: Case, show_secrets: bool = False) -> str:
    """One awaited call; before it a constant for each secret, to be filled in."""
    constants, call = constants_and_call(case.call, show_secrets)
    return f"{constants}await {call};"


def constants_and_call(call: Call, show_secrets: bool) -> tuple[str, str]:
    """The lines that declare the secrets, and the expression that calls."""
    secrets = dict.fromkeys(_secrets(call, show_secrets))
    constants = "".join(f'const {name} = ""; // put the secret in\n' for name in secrets)
    options = [f"  {name}: {value}," for name, value in _options(call, show_secrets)]
    inside = "\n".join([", {", *options, "}"]) if options else ""
    return constants, f"fetch({_url(call, show_secrets)}{inside})"


def _secrets(call: Call, show_secrets: bool) -> Iterator[str]:
    yield from (text for text, secret in parts.url_pieces(parts.target(call), show_secrets) if secret)
    for name, value in call.headers:
        if parts.is_hidden(name, value, show_secrets):
            yield parts.variable(name)


def _url(call: Call, show_secrets: bool) -> str:
    pieces = parts.url_pieces(parts.target(call), show_secrets)
    return " + ".join(text if secret else parts.script_text(text) for text, secret in pieces) or '""'


def _options(call: Call, show_secrets: bool) -> Iterator[tuple[str, str]]:
    if parts.method(call) != "GET":
        yield "method", parts.script_text(parts.method(call))
    body = None if call.body is None else parts.text_of(call.body)
    headers = list(call.headers) if body is not None else parts.author_headers(call)
    if headers:
        yield "headers", _headers(headers, show_secrets)
    if call.body is not None:
        octets = ", ".join(str(ord(character)) for character in call.body)
        yield "body", f"new Uint8Array([{octets}])" if body is None else parts.script_text(body)
    if call.credentials is not CredentialsMode.SAME_ORIGIN:
        yield "credentials", parts.script_text(call.credentials.value)
    if call.mode is not Mode.CORS:
        yield "mode", parts.script_text(call.mode.value)
    if call.redirect is not RedirectMode.FOLLOW:
        yield "redirect", parts.script_text(call.redirect.value)


def _headers(headers: list[tuple[str, str]], show_secrets: bool) -> str:
    """An object; pairs where a name comes twice, or is one that an object literal takes for its prototype."""
    names = [name for name, _ in headers]
    values = [
        parts.variable(name) if parts.is_hidden(name, value, show_secrets) else parts.script_text(value)
        for name, value in headers
    ]
    both = list(zip(map(parts.script_text, names), values, strict=True))
    if len(set(names)) < len(names) or "__proto__" in names:
        return "[" + ", ".join(f"[{name}, {value}]" for name, value in both) + "]"
    return "{" + ", ".join(f"{name}: {value}" for name, value in both) + "}"


WRITER = Writer("fetch code", write, ".mjs")
