"""The blank page and the script it runs: the very call, in the very way its page makes it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from cors_tui.case import Call
from cors_tui.probe.real_browser.answer import Question
from cors_tui.standards.url import parse_url

PAGE = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>cors-tui</title>'
"""A page that asks for nothing of its own; the empty icon keeps browsers from looking for one."""

PAGE_HEADERS = (("Content-Type", "text/html; charset=utf-8"), ("Cache-Control", "no-store"))

_POLICIES = ("content-security-policy", "cross-origin-embedder-policy", "referrer-policy")
"""What of a page's own headers decides over its requests."""

SANDBOX_HEADER = ("Content-Security-Policy", "sandbox allow-scripts")
"""Makes the page's origin opaque, as a ``file:`` page's is."""

OPAQUE_PAGE_HOST = "page.invalid"
"""Where a page of origin ``null`` stands: a name that never resolves, so that it is nobody's site."""

ORIGIN_SCRIPT = "self.origin"
"""The origin the page really has; ``location.origin`` would not tell that a page is sandboxed."""

LOCATION_SCRIPT = "location.origin"

_RUN = Path(__file__).with_name("call.js")
"""A function of one argument, the call; it gives a promise of JSON text."""


def question(call: Call, timeout: float) -> Question | str:
    """The question for `call`, given up inside the page after `timeout` seconds; a sentence when it cannot be asked.

    That what makes the call can carry what is in it, `cors_tui.inputs.initiator_faults` sees to.
    """
    if parse_url(call.url) is None:
        return f"The URL {call.url!r} cannot be parsed; give a whole one like https://api.example.com/users."
    place = _page_place(call)
    if place is None:
        return f"A page cannot stand at the origin {call.origin!r}; give one like https://app.example.com."
    page_url, origin = place
    return Question(page_url, origin == "null", _script(call, origin, timeout), origin, call.page_headers.pairs)


def page_headers(asked: Question) -> tuple[tuple[str, str], ...]:
    """The headers of the blank page, and those that the person's own page is known to have."""
    told = tuple(pair for pair in asked.headers if pair[0].lower() in _POLICIES)
    return (*PAGE_HEADERS, *((SANDBOX_HEADER,) if asked.sandboxed else ()), *told)


def _page_place(call: Call) -> tuple[str, str] | None:
    """The URL of the page and its origin; a file is stood in for by a sandboxed page, as origin ``null`` is."""
    url = parse_url(call.origin)
    if call.origin.strip() == "null" or (url and url.scheme == "file"):
        target = parse_url(call.url)
        scheme = target.scheme if target and target.is_http else "https"
        return f"{scheme}://{OPAQUE_PAGE_HOST}/", "null"
    if url is None or not url.is_http or not url.host:
        return None
    return f"{url.origin}/", str(url.origin)


def _script(call: Call, origin: str, timeout: float) -> str:
    target = parse_url(call.url)
    written = {
        "api": call.initiator.value,
        "method": call.method,
        "url": call.url,
        "headers": [list(pair) for pair in call.headers],
        "credentials": call.credentials.value,
        "mode": call.mode.value,
        "redirect": call.redirect.value,
        "body": None if call.body is None else _as_text(call.body),
        "cross": target is None or origin == "null" or str(target.origin) != origin,
        "timeout": max(int(timeout * 1000), 1),
    }
    return f"({_run()})({json.dumps(written)})"


@cache
def _run() -> str:
    return _RUN.read_text(encoding="utf-8").strip()


def _as_text(body: str) -> str:
    """Script encodes a string body as UTF-8: bytes held as latin-1 text must become the text they encode."""
    try:
        return body.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return body
