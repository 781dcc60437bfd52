"""A request as it stood on the wire, read back as what the page asked for.

A copied request holds what the browser added by itself. A page cannot set most of it, and a preflight does not name it,
so it is taken away; what it tells (Origin, Cookie, Sec-Fetch-Mode, Sec-Fetch-Dest) is kept in its own place.
"""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.standards.cors_settings import chosen, credentials_modes, modes
from cors_tui.standards.destination import destination
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.method import normalize_method
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.request_headers import is_forbidden_header
from cors_tui.standards.url import parse_url

_ADDED_BY_BROWSERS = frozenset(
    {"accept-language", "user-agent", "cache-control", "pragma", "priority", "upgrade-insecure-requests",
     "if-none-match", "if-modified-since", "purpose"}
)  # fmt: skip
"""Headers a page may set, and that a browser adds to what it copies."""

_TOLD_APART = (Initiator.SCRIPT, Initiator.STYLESHEET, Initiator.IMAGE, Initiator.FONT)
_BY_DESTINATION = {destination(initiator): initiator for initiator in _TOLD_APART}
_BY_MODE = {mode.value: mode for mode in Mode}
_NAMED = {
    Initiator.SCRIPT: "a script element",
    Initiator.MODULE: "a module",
    Initiator.STYLESHEET: "a style sheet's link",
    Initiator.IMAGE: "an image",
    Initiator.FONT: "a font",
    Initiator.EVENT_SOURCE: "an EventSource",
}

_EXAMPLES = {"content-type": "application/json", "authorization": "Bearer example", "range": "bytes=0-9"}


def call_from_wire(
    url: str, method: str, headers: list[HeaderPair], body: str | None = None
) -> tuple[Call, tuple[str, ...]]:
    """The call behind a request on the wire, and sentences on what was read out of it or left out."""
    says: list[str] = []
    sent = HeaderList(tuple(headers))
    if is_preflight(method, headers):
        method, headers = _behind_preflight(sent)
        body = None
        says.append(f"The request is a preflight; it was read as the {method} that it asks permission for.")
    kept, dropped = _authors(headers, _is_browsers_own(sent))
    cookie = "; ".join(sent.get_all("cookie"))
    mode = _BY_MODE.get(sent.get("sec-fetch-mode") or "", Mode.CORS)
    initiator = _initiator(sent, mode) if method == "GET" and body is None else Initiator.FETCH
    if initiator is not Initiator.FETCH:
        kept, dropped = [], list(dict.fromkeys([*dropped, *(name.lower() for name, _ in kept)]))
        says.append(f"It was asked by {_NAMED[initiator]}, not by a script's own call.")
    if dropped:
        says.append(f"Left to the browser, which sets them itself: {', '.join(dropped)}.")
    included = CredentialsMode.INCLUDE if cookie else CredentialsMode.SAME_ORIGIN
    call = Call(
        url=url,
        origin=_origin(sent),
        method=normalize_method(method),
        headers=HeaderList(tuple(kept)),
        body=body,
        credentials=chosen(included, credentials_modes(initiator, mode)),
        mode=chosen(mode, modes(initiator)),
        initiator=initiator,
        cookie=cookie,
    )
    if cookie:
        says.append("It carries cookies, so the credentials mode is taken to be include.")
    if sent.get("sec-fetch-mode") == "navigate":
        says.append("It is a navigation, where CORS plays no part; it was read as if a script had sent it.")
    return call, tuple(says)


def _initiator(sent: HeaderList, mode: Mode) -> Initiator:
    """What on the page asked, by what the browser says of it; script's own calls where it does not say.

    https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-dest-header. A script asked for with CORS is taken for a
    module, which always is; one with a ``crossorigin`` attribute looks the same.
    """
    wanted = (sent.get("sec-fetch-dest") or "").strip().lower()
    if wanted == "script" and mode is Mode.CORS:
        return Initiator.MODULE
    if wanted == "empty" and (sent.get("accept") or "").strip() == "text/event-stream":
        return Initiator.EVENT_SOURCE
    return _BY_DESTINATION.get(wanted, Initiator.FETCH)


def is_preflight(method: str, headers: list[HeaderPair]) -> bool:
    """Whether a request on the wire asks permission for another."""
    return method.upper() == "OPTIONS" and "access-control-request-method" in HeaderList(tuple(headers))


def _behind_preflight(sent: HeaderList) -> tuple[str, list[HeaderPair]]:
    method = (sent.get("access-control-request-method") or "").strip() or "GET"
    names = [name.strip() for name in (sent.get("access-control-request-headers") or "").split(",")]
    return method, [(name, _EXAMPLES.get(name.lower(), "example")) for name in names if name]


def _is_browsers_own(sent: HeaderList) -> bool:
    """Copied from a browser's network panel: no page can set a Sec- header, and no person types one."""
    return any(name.lower().startswith(("sec-fetch-", "sec-ch-ua")) for name, _ in sent)


def _authors(headers: list[HeaderPair], from_browser: bool) -> tuple[list[HeaderPair], list[str]]:
    """The headers the page's author set, and the names of those that were taken away."""
    kept: list[HeaderPair] = []
    dropped: list[str] = []
    for name, value in headers:
        lower = name.lower()
        if lower.startswith(":") or (lower == "accept" and value == "*/*"):
            continue
        if is_forbidden_header(name, value) or (lower in _ADDED_BY_BROWSERS and from_browser):
            if lower not in ("cookie", "origin"):
                dropped.append(lower)
        elif lower == "user-agent" and value.startswith("Mozilla/"):
            dropped.append(lower)
        else:
            kept.append((name, value))
    return kept, list(dict.fromkeys(dropped))


def _origin(sent: HeaderList) -> str:
    """The page's origin: from Origin, else from Referer; "" when neither tells."""
    origin = (sent.get("origin") or "").strip()
    if origin:
        return origin
    page = parse_url((sent.get("referer") or "").strip())
    return str(page.origin) if page is not None and page.is_http else ""
