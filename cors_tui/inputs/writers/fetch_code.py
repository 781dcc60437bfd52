"""JavaScript that makes the call as the page does, for the page's own console; `fetch` for node, too."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.case import Call, Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts
from cors_tui.inputs.writers._ways import TEMPLATES, written
from cors_tui.standards.cors_settings import is_written_by_author
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode


def write(case: Case, show_secrets: bool = False) -> str:
    """One awaited call; before it a constant for each secret, to be filled in."""
    constants, call = constants_and_call(case.call, show_secrets)
    return f"{constants}await {call};"


def constants_and_call(call: Call, show_secrets: bool) -> tuple[str, str]:
    """The lines that declare the secrets, and the expression that calls: a promise."""
    secrets = dict.fromkeys(_secrets(call, show_secrets))
    constants = "".join(f'const {name} = ""; // put the secret in\n' for name in secrets)
    if call.initiator in TEMPLATES:
        return constants, written(call.initiator, _values(call, show_secrets))
    options = [f"  {name}: {value}," for name, value in _options(call, show_secrets)]
    inside = "\n".join([", {", *options, "}"]) if options else ""
    return constants, f"fetch({_url(call, show_secrets)}{inside})"


def _secrets(call: Call, show_secrets: bool) -> Iterator[str]:
    yield from (text for text, secret in parts.url_pieces(parts.target(call), show_secrets) if secret)
    for name, value in call.headers if is_written_by_author(call.initiator) else ():
        if parts.is_hidden(name, value, show_secrets):
            yield parts.variable(name)


def _url(call: Call, show_secrets: bool) -> str:
    return _joined(list(parts.url_pieces(parts.target(call), show_secrets)))


def _css_url(call: Call, show_secrets: bool) -> str:
    """The text ``url("…")``. https://drafts.csswg.org/cssom/#serialize-a-url"""
    pieces = [
        (text if secret else text.replace("\\", "\\\\").replace('"', '\\"'), secret)
        for text, secret in parts.url_pieces(parts.target(call), show_secrets)
    ]
    return _joined([('url("', False), *pieces, ('")', False)])


def _joined(pieces: list[tuple[str, bool]]) -> str:
    """The pieces as one expression: literals, and variables where secrets stood."""
    literals: list[tuple[str, bool]] = []
    for text, secret in pieces:
        if literals and not secret and not literals[-1][1]:
            literals[-1] = (literals[-1][0] + text, False)
        else:
            literals.append((text, secret))
    return " + ".join(text if secret else parts.script_text(text) for text, secret in literals) or '""'


def _values(call: Call, show_secrets: bool) -> dict[str, list[str]]:
    """What the templates name, as JavaScript; none where a line is not needed."""
    include = call.credentials is CredentialsMode.INCLUDE
    is_asked = call.mode is Mode.CORS and (include or call.initiator is not Initiator.MODULE)
    crossorigin = "use-credentials" if include else "anonymous"
    return {
        "url": [_url(call, show_secrets)],
        "css_url": [_css_url(call, show_secrets)],
        "method": [parts.script_text(parts.method(call))],
        "header": [f"{name}, {value}" for name, value in _headers(call, show_secrets)],
        "body": [_body(call)],
        "with_credentials": ["true"] if include else ["false"] if call.initiator is Initiator.EVENT_SOURCE else [],
        "type": ['"module"'] if call.initiator is Initiator.MODULE else [],
        "crossorigin": [parts.script_text(crossorigin)] if is_asked else [],
    }


def _options(call: Call, show_secrets: bool) -> Iterator[tuple[str, str]]:
    if parts.method(call) != "GET":
        yield "method", parts.script_text(parts.method(call))
    headers = _headers(call, show_secrets)
    if headers:
        yield "headers", _in_one(headers, {name for name, _ in call.headers})
    if call.body is not None:
        yield "body", _body(call)
    if call.credentials is not CredentialsMode.SAME_ORIGIN:
        yield "credentials", parts.script_text(call.credentials.value)
    if call.mode is not Mode.CORS:
        yield "mode", parts.script_text(call.mode.value)
    if call.redirect is not RedirectMode.FOLLOW:
        yield "redirect", parts.script_text(call.redirect.value)


def _body(call: Call) -> str:
    """The body: a string, or its bytes where they are no text; "" for none."""
    if call.body is None:
        return ""
    body = parts.text_of(call.body)
    octets = ", ".join(str(ord(character)) for character in call.body)
    return f"new Uint8Array([{octets}])" if body is None else parts.script_text(body)


def _headers(call: Call, show_secrets: bool) -> list[tuple[str, str]]:
    """The name and the value of each header, as JavaScript. A string brings its own Content-Type as a body."""
    is_text = call.body is not None and parts.text_of(call.body) is not None
    return [
        (
            parts.script_text(name),
            parts.variable(name) if parts.is_hidden(name, value, show_secrets) else parts.script_text(value),
        )
        for name, value in (call.headers if is_text else parts.author_headers(call))
    ]


def _in_one(headers: list[tuple[str, str]], names: set[str]) -> str:
    """An object; pairs where a name comes twice, or is one that an object literal takes for its prototype."""
    if len({name for name, _ in headers}) < len(headers) or "__proto__" in names:
        return "[" + ", ".join(f"[{name}, {value}]" for name, value in headers) + "]"
    return "{" + ", ".join(f"{name}: {value}" for name, value in headers) + "}"


WRITER = Writer("JavaScript", write, ".mjs")
