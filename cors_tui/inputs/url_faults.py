"""What can be wrong with a URL that a page is to call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from cors_tui.case import Call
from cors_tui.inputs.fault import Fault, shown
from cors_tui.masking import masked_url
from cors_tui.standards.bad_port import has_bad_port
from cors_tui.standards.request import Initiator
from cors_tui.standards.site import ip_of
from cors_tui.standards.url import Url, parse_url

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_HOST_FIRST = re.compile(
    r"(localhost|[\w-]+(\.[\w-]+)+|\d+(\.\d+){3}|\[[0-9a-fA-F:.]+\])(:\d+)?([/?#]|\Z)", re.IGNORECASE
)
_HOST_AND_PORT = re.compile(r"[\w.-]+:\d+([/?#]|\Z)")
_TWO_SCHEMES = re.compile(r"(?:https?:?/*)+(?=https?:?//)", re.IGNORECASE)
_PORT = re.compile(r"://(?:[^/?#]*@)?+(?:\[[^\]]*\]|[^/?#:\[]*):([^/?#]*)")
_PLACEHOLDER = re.compile(r"\$\{[^}]*\}?|\{\{[^}]*\}?\}?|%7B%7B|<[A-Za-z_ -]+>")
_SCRIPT_WORDS = re.compile(r"(?<![A-Za-z0-9_-])(undefined|null|NaN|\[object Object\])(?![A-Za-z0-9_-])")
_LOCAL = re.compile(r"localhost|127\.|10\.|192\.168\.|\[::1\]|[\w-]+(:|/|\Z)", re.IGNORECASE)
_SPACE = re.compile(r"\s")


def url_faults(call: Call) -> Iterator[Fault]:
    """The faults of `call.url`: at most one that keeps it from being asked, then what is only worth knowing."""
    text = call.url.strip()
    error = next((fault for look in _ERRORS for fault in look(text, call)), None)
    if error is not None:
        yield error
        return
    url = parse_url(text)
    if url is not None:
        yield from _worth_knowing(text, url)


def _fault(text: str, problem: str, remedy: str, place: int | None = None, suggestion: str = "") -> Fault:
    return Fault("url", masked_url(text), problem, remedy, place, suggestion=suggestion)


def _nothing(text: str, _: Call) -> Iterator[Fault]:
    if not text:
        yield _fault(
            text, "The URL is empty.", "Write the whole URL the page calls, such as https://api.example.com/users."
        )


def _two_schemes(text: str, _: Call) -> Iterator[Fault]:
    """``https://https://…`` is a host called https to a browser."""
    found = _TWO_SCHEMES.match(text)
    if found:
        rest = text[found.end() :]
        rest = re.sub(r"\A(https?)//", r"\1://", rest, flags=re.IGNORECASE)
        problem = (
            f"The URL has two schemes: {shown(text[: found.end() + 8])}, so a browser looks for a host called “http”."
        )
        yield _fault(
            text, problem, f"Write {rest}: the base URL probably has a scheme, and so has what is added.", 0, rest
        )


def _no_scheme(text: str, call: Call) -> Iterator[Fault]:
    scheme = _SCHEME.match(text)
    if text.startswith("//"):
        yield _missing_scheme(text, text)
    elif text.startswith(("/", "?", "#", "./", "../")):
        yield _relative(text, call)
    elif _HOST_AND_PORT.match(text) or _HOST_FIRST.match(text) or (not scheme and "." in text.split("/")[0]):
        yield _missing_scheme(text, f"//{text}")
    elif not scheme:
        yield _relative(text, call)


def _missing_scheme(text: str, rest: str) -> Fault:
    scheme = "http" if _LOCAL.match(rest[2:]) else "https"
    whole = f"{scheme}:{rest}"
    scheme_like = _SCHEME.match(text)
    taken_as = f"“{scheme_like[0]}” for the scheme" if scheme_like else "it for a path on the page's own server"
    problem = f"The URL has no scheme: of {shown(text)} a browser takes {taken_as}."
    return _fault(text, problem, f"Write {shown(masked_url(whole))}.", 0, whole)


def _relative(text: str, call: Call) -> Fault:
    """A path: the page's own server answers it, so nothing is cross-origin."""
    whole = parse_url(text, call.origin) if parse_url(call.origin) else None
    problem = f"The URL is only a path: {shown(text)} is asked of the page's own server, where CORS plays no part."
    remedy = "Write the whole URL of the server that is called, such as https://api.example.com/users."
    suggestion = whole.href if whole else ""
    if suggestion:
        remedy = f"Write {shown(suggestion)} if that is meant, or the whole URL of the other server."
    return _fault(text, problem, remedy, 0, suggestion)


def _other_scheme(text: str, _: Call) -> Iterator[Fault]:
    found = _SCHEME.match(text)
    scheme = found[1].lower() if found else ""
    if scheme in ("", "http", "https"):
        return
    problem = f"The URL's scheme is {scheme}:, and CORS is for http: and https: only."
    yield _fault(text, problem, _SCHEME_REMEDIES.get(scheme, "Check the scheme for a slip of the keys."), 0)


_SCHEME_REMEDIES = {
    "file": "Serve the file by a local web server and call it by http://localhost.",
    "ws": "A WebSocket handshake knows no CORS: its server looks at Origin itself.",
    "wss": "A WebSocket handshake knows no CORS: its server looks at Origin itself.",
    "data": "A data: URL is asked of no server.",
    "blob": "A blob: URL lives in the page that made it and is asked of no server.",
    "javascript": "Write the URL of the server that is called.",
    "about": "Write the URL of the server that is called.",
    "view-source": "Leave out view-source: and what comes with it.",
}


def _port_out_of_range(text: str, _: Call) -> Iterator[Fault]:
    found = _PORT.search(text)
    if not found or (re.fullmatch(r"[0-9]*", found[1]) and int(found[1][-9:] or 0) < 65536 and len(found[1]) < 10):
        return
    problem = f"The port {shown(found[1], 30)} in the URL is no number from 1 to 65535."
    yield _fault(text, problem, "Write the port the server listens on, or none for the scheme's own.", found.start(1))


def _credentials(text: str, call: Call) -> Iterator[Fault]:
    """https://fetch.spec.whatwg.org/#dom-request, step 5.3"""
    url = parse_url(text)
    if url is None or not url.includes_credentials or call.initiator is Initiator.XHR:
        return
    place = text.find("://") + 3
    bare = re.sub(r"(?<=://)[^/?#]*@", "", text, count=1)
    yield _fault(
        text,
        "The URL has a user name or password in it, and fetch throws before anything is sent.",
        "Take it out of the URL and send an Authorization header instead.",
        place,
        bare,
    )


def _unreadable(text: str, _: Call) -> Iterator[Fault]:
    url = parse_url(text)
    if url is None or not url.host:
        space = _SPACE.search(text)
        where = f" (it has a space at character {space.start() + 1})" if space else ""
        problem = f"No browser can read {shown(masked_url(text))} as a URL{where}."
        remedy = "Check the host for spaces and for characters that no name has."
        yield _fault(text, problem, remedy, space.start() if space else None)


_Look = Callable[[str, Call], Iterator[Fault]]
_ERRORS: tuple[_Look, ...] = (
    _nothing,
    _two_schemes,
    _no_scheme,
    _other_scheme,
    _port_out_of_range,
    _unreadable,
    _credentials,
)


def _worth_knowing(text: str, url: Url) -> Iterator[Fault]:
    """What a browser would send as it is, and hardly anyone means."""
    space, word, holder = _SPACE.search(text), _SCRIPT_WORDS.search(text), _PLACEHOLDER.search(text)
    if space:
        problem = f"The URL has a space at character {space.start() + 1}, which a browser sends as %20 or drops."
        yield _note(text, problem, "Take it out if it came with copying.", space.start(), _SPACE.sub("", text))
    if word:
        problem = f"The URL has the word {shown(word[1])} in it: a variable had no value when it was put together."
        yield _note(
            text, problem, "Look where the page takes that value from, often an environment variable.", word.start()
        )
    if holder:
        problem = f"The URL holds {shown(holder[0])}, a placeholder that was not filled in."
        yield _note(text, problem, "Write the value that the page puts there.", holder.start())
    if has_bad_port(url):
        problem = f"Browsers refuse port {url.port} for http: and https:, whatever the server answers."
        yield _note(text, problem, "Let the server listen on another port, such as 8080.", text.rfind(f":{url.port}"))
    address = ip_of(url.host)
    if address is not None and address.is_unspecified:
        problem = f"{url.host} is where a server listens, no address to call: Firefox refuses it, and Safari 0.0.0.0."
        yield _note(text, problem, "Write localhost or 127.0.0.1 in its place.", text.find("://") + 3)


def _note(text: str, problem: str, remedy: str, place: int | None, suggestion: str = "") -> Fault:
    return Fault("url", masked_url(text), problem, remedy, place, is_error=False, suggestion=suggestion)
