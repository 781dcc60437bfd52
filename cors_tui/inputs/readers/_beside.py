"""The code or command that people paste beside a console's line: it knows of the call what the line does not tell."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from cors_tui.case import Call
from cors_tui.inputs.readers import code, curl
from cors_tui.standards.request import CredentialsMode

_LONGEST = 200_000


def completed(call: Call, text: str) -> Call:
    """`call`, told by a console's line, with method, headers, body and credentials of the same call in `text`.

    What the line itself tells stays: a method that is not GET, a header it names, credentials it speaks of.
    """
    found = next((each for each in _asked(text[:_LONGEST]) if _is_same(each.url, call.url)), None)
    if found is None:
        return call
    named = {name.lower() for name, _ in found.headers}
    extra = [pair for pair in call.headers if pair[0].lower() not in named and pair[0].lower() != "content-type"]
    headers = found.headers
    for name, value in extra:
        headers = headers.plus(name, value)
    included = CredentialsMode.INCLUDE in (call.credentials, found.credentials)
    return replace(
        found,
        url=call.url,
        origin=call.origin or found.origin,
        method=call.method if call.method != "GET" else found.method,
        headers=headers,
        credentials=CredentialsMode.INCLUDE if included else found.credentials,
    )


@lru_cache(maxsize=4)
def _asked(text: str) -> tuple[Call, ...]:
    """The calls of the code and the commands in `text`."""
    readers = [reader for reader in (code.READER, curl.READER) if reader.claim(text) > 0]
    return tuple(call for reader in readers for call in reader.read(text).calls)


def _is_same(written: str, url: str) -> bool:
    """Whether a URL in code is the one of the line: all of it, or its end behind a base that only running tells."""
    if written == url:
        return True
    path = written.rpartition("}")[2] if written.startswith("${") else written
    return path.startswith("/") and len(path) > 1 and url.partition("?")[0].endswith(path.partition("?")[0])
