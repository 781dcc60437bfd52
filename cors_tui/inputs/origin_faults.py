"""What can be wrong with the origin of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.inputs.fault import Fault, shown
from cors_tui.masking import masked_url
from cors_tui.standards.url import Url, parse_url

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(?!\d)")
_PARTS = re.compile(
    r"(?P<scheme>[^:/]+)://(?P<user>[^/?#@]*@)?(?P<host>\[[^\]]*\]|[^/?#:]*)(?P<port>:\d*)?(?P<rest>.*)", re.DOTALL
)
_DEFAULT_PORTS = {"http": "80", "https": "443"}
_LOCAL = re.compile(r"localhost|127\.|10\.|192\.168\.|\[::1\]", re.IGNORECASE)


def origin_faults(origin: str) -> Iterator[Fault]:
    """The faults of `origin`: at most one that keeps it from being asked, else what is only worth knowing.

    An empty origin is one that is not known yet, and no fault.
    """
    text = origin.strip()
    if not text:
        return
    for look in (_opaque, _several, _no_scheme, _other_scheme, _unreadable):
        found = look(text)
        if found is not None:
            yield found
            return
    url = parse_url(text)
    assert url is not None
    yield from _not_as_sent(text, url)


def _error(text: str, problem: str, remedy: str, suggestion: str = "", place: int | None = None) -> Fault:
    return Fault("origin", masked_url(text), problem, remedy, place, suggestion=suggestion)


def _note(text: str, problem: str, remedy: str, suggestion: str = "", place: int | None = None) -> Fault:
    return Fault("origin", masked_url(text), problem, remedy, place, is_error=False, suggestion=suggestion)


def _opaque(text: str) -> Fault | None:
    """https://html.spec.whatwg.org/#concept-origin-opaque"""
    if text.lower() == "null":
        problem = "The origin null is that of a page opened as a file, in a sandbox, or after some redirects."
        remedy = "Serve the page by http://localhost; a server that allows null allows every such page."
        return _note(text, problem, remedy) if text == "null" else _error(text, problem, "Write it as null.", "null")
    if text.lower().startswith("file:") or re.match(r"[A-Za-z]:[\\/]", text):
        problem = "A page opened as a file has no origin of its own: a browser sends Origin: null."
        return _note(text, problem, "Serve the folder by a local web server and open it by http://localhost.", "null")
    return None


def _several(text: str) -> Fault | None:
    if text == "*":
        return _error(
            text, "The origin * is what a server may answer, not where a page is.", "Write the page's own origin."
        )
    separator = re.search(r"[\s,;]+", text)
    if not separator:
        return None
    first = text[: separator.start()]
    problem = f"There is more than one word in the origin, from character {separator.start() + 1} on."
    return _error(text, problem, "Write one origin: scheme, host, and port if there is one.", first, separator.start())


def _no_scheme(text: str) -> Fault | None:
    if "://" in text or _SCHEME.match(text):
        return None
    whole = f"{'http' if _LOCAL.match(text) else 'https'}://{text.lstrip('/')}"
    return _error(text, f"The origin {shown(text)} has no scheme.", f"Write {shown(whole)}.", whole, 0)


def _other_scheme(text: str) -> Fault | None:
    scheme = text.partition(":")[0].lower()
    if scheme in ("http", "https"):
        return None
    problem = f"A page of the scheme {scheme}: has an origin that only its own program knows; here it counts as null."
    return _note(text, problem, f"Let the server allow {shown(text)} letter for letter, if that is what its log shows.")


def _unreadable(text: str) -> Fault | None:
    url = parse_url(text)
    if url is not None and url.host:
        return None
    return _error(
        text,
        f"No browser can read {shown(masked_url(text))} as an origin.",
        "Write scheme://host or scheme://host:port.",
    )


def _not_as_sent(text: str, url: Url) -> Iterator[Fault]:
    """Differences from what a browser writes into the Origin header; all are mended by taking its form."""
    sent = str(url.origin)
    found = _PARTS.fullmatch(text)
    if text == sent or found is None:
        return
    for what in _differences(found, url):
        remedy = f"It is taken as {sent}; where a server compares with {shown(masked_url(text))}, mend it there."
        yield _note(text, what, remedy, sent)


def _differences(found: re.Match[str], url: Url) -> Iterator[str]:
    if found["rest"] == "/":
        yield "The origin ends with a slash, and no browser sends one there."
    elif found["rest"]:
        yield f"The origin has a path: {shown(found['rest'])} is not part of it."
    if (found["port"] or "").removeprefix(":") == _DEFAULT_PORTS[url.scheme]:
        yield f"The origin names port {found['port'][1:]}, which browsers leave out because it is the scheme's own."
    if re.search("[A-Z]", found["scheme"] + found["host"]):
        yield "The origin has capitals, and browsers write it in small letters."
    if not found["host"].isascii():
        yield f"The origin's host {shown(found['host'])} is sent in its ASCII form (xn--…)."
    if found["user"]:
        yield "The origin has a user name in it, which is not part of it."
