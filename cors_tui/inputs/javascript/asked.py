"""What one call in code asks for, and the `Call` it becomes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from cors_tui.case import Call
from cors_tui.inputs.javascript.values import (
    Fields,
    Made,
    Undefined,
    Unknown,
    Value,
    as_text,
    form_text,
    pairs_of,
    shown,
)
from cors_tui.inputs.javascript.writing import joined_surrogates
from cors_tui.inputs.readers._curl_options import BOUNDARY, FORM
from cors_tui.inputs.readers._page import call_from_wire
from cors_tui.inputs.readers._words import as_bytes_text
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode
from cors_tui.standards.url import parse_url

Member = TypeVar("Member", CredentialsMode, Mode, RedirectMode)

_MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
_PLACEHOLDER = re.compile(r"\$\{[^}]{1,80}\}")


@dataclass(slots=True)
class Asked:
    """The parts of one call as told from code. `body` is what is sent (undefined: nothing); `content_type` is what the
    client sets by itself when the code names none. `says` and `missed` are sentences."""

    url: str
    method: str = "GET"
    headers: list[HeaderPair] = field(default_factory=list)
    body: Value = field(default_factory=Undefined)
    content_type: str = ""
    credentials: str = ""
    mode: str = ""
    redirect: str = ""
    referrer: str = ""
    initiator: Initiator = Initiator.FETCH
    says: list[str] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    def take_headers(self, value: Value) -> None:
        """Add the headers of an object, of pairs or of `Headers`; say what could not be told."""
        for name, each in pairs_of(value):
            if not isinstance(each, Undefined):
                self.headers.append((name, as_text(each)))
        self.take_unknown(value, "headers")

    def take_unknown(self, value: Value, where: str) -> None:
        """Say what of `value` only running the code would tell."""
        if isinstance(value, Unknown):
            self.missed.append(f"Not known without running the code: {where} ({shown(value.source)[2:-1]}).")
        elif isinstance(value, Fields):
            self.missed += [f"Not known without running the code: {where} (...{each})." for each in value.unknown]
        elif isinstance(value, Made):
            for given in value.given:
                self.take_unknown(given, where)


def call_of(asked: Asked) -> tuple[Call, list[str], list[str]]:
    """The call, what there is to say of it, and what of it could not be told."""
    body, kind = _body(asked.body)
    headers = [(name, joined_surrogates(value)) for name, value in asked.headers]
    names = {name.lower() for name, _ in headers}
    kind = asked.content_type or kind
    if body is not None and kind and "content-type" not in names:
        headers.append(("Content-Type", kind))
    url = joined_surrogates(asked.url).strip()
    says, missed = [*asked.says], [*asked.missed, *_unfilled(url, headers, body)]
    call = Call(url, method=asked.method, headers=HeaderList(tuple(headers)), body=body)
    if any(name.lower() == "cookie" or name.lower().startswith(("sec-fetch-", "sec-ch-")) for name, _ in headers):
        call, notes = call_from_wire(url, asked.method, headers, body)
        says += notes
    return _with_modes(call, asked), says, missed


def _with_modes(call: Call, asked: Asked) -> Call:
    page = parse_url(asked.referrer)
    return Call(
        url=call.url,
        origin=call.origin or (str(page.origin) if page is not None and page.is_http else ""),
        method=call.method,
        headers=call.headers,
        body=call.body,
        credentials=_chosen(asked.credentials, CredentialsMode) or call.credentials,
        mode=_chosen(asked.mode, Mode) or call.mode,
        redirect=_chosen(asked.redirect, RedirectMode) or call.redirect,
        initiator=asked.initiator,
        cookie=call.cookie,
    )


def _chosen(written: str, kind: type[Member]) -> Member | None:
    return next((member for member in kind if member.value == written), None)


def _body(value: Value) -> tuple[str | None, str]:
    """The bytes of a body, and the Content-Type a browser sets for its kind.

    https://fetch.spec.whatwg.org/#concept-bodyinit-extract
    """
    if isinstance(value, Undefined) or value is None:
        return None, ""
    if isinstance(value, Made) and value.kind == "URLSearchParams":
        return _bytes(as_text(value)), f"{FORM};charset=UTF-8"
    if isinstance(value, Made) and value.kind == "FormData":
        return _bytes("".join(_form_parts(value)) + f"--{BOUNDARY}--\r\n"), _MULTIPART
    if isinstance(value, Made) and value.kind == "Uint8Array":
        return _octets(value), ""
    if isinstance(value, Made) and value.kind == "Blob":
        return "", ""
    return _bytes(as_text(value)), ""


def _octets(made: Made) -> str:
    numbers = made.given[0] if made.given and isinstance(made.given[0], list) else []
    return "".join(chr(int(each) & 0xFF) for each in numbers if isinstance(each, float))


def _form_parts(form: Made) -> Iterator[str]:
    for name, value in pairs_of(form):
        yield f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{as_text(value)}\r\n'


def _bytes(text: str) -> str:
    return as_bytes_text(joined_surrogates(text))


def _unfilled(url: str, headers: list[HeaderPair], body: str | None) -> Iterator[str]:
    """What stands as ``${…}`` because only running the code would tell it."""
    places = [("URL", url), *((name, value) for name, value in headers), ("body", (body or "")[:20_000])]
    for where, text in places:
        names = ", ".join(dict.fromkeys(found[2:-1] for found in _PLACEHOLDER.findall(text)))
        if names:
            yield f"Not known without running the code: {names[:160]} in the {where}."


def form_body(value: Value) -> Value:
    """An object as a form's fields; anything else as it is."""
    return form_text(value) if isinstance(value, Fields) else value


def with_query(url: str, value: Value) -> str:
    """`url` with the parameters of an object (or of `URLSearchParams`) added."""
    text = form_text(value) if isinstance(value, Fields | str | list) else ""
    if isinstance(value, Made):
        text = as_text(value)
    if not text:
        return url
    bare, hash_sign, fragment = url.partition("#")
    return f"{bare}{'&' if '?' in bare else '?'}{text.removeprefix('?')}{hash_sign}{fragment}"


def joined(base: str, url: str) -> str:
    """A path behind a client's base URL, as axios and ky join them; an absolute URL stays."""
    if not base or re.match(r"(?:[A-Za-z][A-Za-z0-9+.-]*:)?//", url):
        return url
    return f"{base.rstrip('/')}/{url.lstrip('/')}" if url else base
