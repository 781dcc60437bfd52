"""What a page asks for, and what a browser puts on the wire for it.

https://fetch.spec.whatwg.org/#requests
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import Origin
from cors_tui.standards.url import Url


class CredentialsMode(Enum):
    """https://fetch.spec.whatwg.org/#concept-request-credentials-mode"""

    __hash__ = object.__hash__  # a member is itself: Enum's own is Python code, and this one is looked up often

    OMIT = "omit"
    SAME_ORIGIN = "same-origin"
    INCLUDE = "include"


class Mode(Enum):
    """https://fetch.spec.whatwg.org/#concept-request-mode"""

    CORS = "cors"
    NO_CORS = "no-cors"
    SAME_ORIGIN = "same-origin"


class RedirectMode(Enum):
    """https://fetch.spec.whatwg.org/#concept-request-redirect-mode"""

    FOLLOW = "follow"
    ERROR = "error"
    MANUAL = "manual"


class Initiator(Enum):
    """What on the page makes the request; browsers name it in their messages."""

    __hash__ = object.__hash__  # a member is itself: Enum's own is Python code, and this one is looked up often

    FETCH = "fetch"
    XHR = "xhr"
    SCRIPT = "script"
    MODULE = "module"
    IMPORT = "import"
    STYLESHEET = "css"
    IMAGE = "img"
    FONT = "font"
    EVENT_SOURCE = "eventsource"


class AddressSpace(Enum):
    """https://wicg.github.io/local-network-access/#ip-address-space"""

    __hash__ = object.__hash__  # a member is itself: Enum's own is Python code, and this one is looked up often

    LOOPBACK = "loopback"
    LOCAL = "local"
    PUBLIC = "public"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Cookie:
    """One cookie as a browser's jar holds it.

    `same_site` is "none", "lax", "strict" or "" (the attribute was absent). Set-Cookie's other attributes that decide
    whether it is sent are `secure`, `partitioned`, `path` and `domain` (empty: host-only, bound to `host`).
    """

    name: str
    value: str
    host: str
    same_site: str = ""
    secure: bool = False
    partitioned: bool = False
    path: str = "/"
    domain: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The page that asks (the standard's *client*): where it stands and what its own response said.

    `url` is None for a page of an opaque origin. `headers` are those of the page's own response (its CSP, its COEP).
    `address_space` is that of the address the page came from; `cookies` is the browser's whole jar.
    """

    origin: Origin
    url: Url | None = None
    headers: HeaderList = field(default_factory=HeaderList)
    address_space: AddressSpace = AddressSpace.UNKNOWN
    cookies: tuple[Cookie, ...] = ()


TEXT = "text/plain;charset=UTF-8"
"""The Content-Type that a string brings as a body."""


@dataclass(frozen=True, slots=True)
class Body:
    """A request body: its bytes as latin-1 text, and the Content-Type it brings when the author sets none.

    `content_type` is None for a body that brings none (a typeless Blob, an ArrayBuffer).
    https://fetch.spec.whatwg.org/#concept-bodyinit-extract
    """

    text: str
    content_type: str | None = TEXT


@dataclass(frozen=True, slots=True)
class Request:
    """What the author of the page asks for, as written: method and header names in the author's own case.

    `url` is None when `url_text` does not parse. `upload_listener`: an XHR upload listener was registered.
    `target_address_space` is the fetch option of Local Network Access, as written ("private" is the old name of
    "local"). `address_spaces` says what names are known to resolve to, as (host, space); `other_address_space` holds
    for every other name. IP addresses and localhost speak for themselves. `slow_network`: the browser counts its
    network as slow, or has none but loopback. `headers_object`: fetch() was given a Headers object, not a literal;
    iterating over one sorts its names and makes them lower case.
    """

    page: Page
    url: Url | None
    url_text: str
    method: str = "GET"
    headers: HeaderList = field(default_factory=HeaderList)
    body: Body | None = None
    credentials_mode: CredentialsMode = CredentialsMode.SAME_ORIGIN
    mode: Mode = Mode.CORS
    redirect_mode: RedirectMode = RedirectMode.FOLLOW
    initiator: Initiator = Initiator.FETCH
    upload_listener: bool = False
    target_address_space: str | None = None
    address_spaces: tuple[tuple[str, AddressSpace], ...] = ()
    other_address_space: AddressSpace = AddressSpace.UNKNOWN
    cache_mode: str = "default"
    referrer_policy: str = ""
    integrity: str = ""
    keepalive: bool = False
    slow_network: bool = False
    headers_object: bool = False


class Role(Enum):
    """Why a browser puts a request on the wire."""

    PREFLIGHT = "preflight"
    ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class WireRequest:
    """One request a browser puts on the wire.

    `hop` counts redirects from 0. `headers` are those that CORS and the author decide (Origin,
    Access-Control-Request-*, the author's own, Content-Type of the body, Cookie), without the browser's dressing
    (User-Agent, Sec-Fetch-*, Accept-Encoding, ...), which a browser of `cors_tui.browsers` adds, in its own order.
    `credentials` says whether cookies, HTTP authentication and TLS client certificates go along.
    """

    role: Role
    hop: int
    method: str
    url: Url
    headers: HeaderList = field(default_factory=HeaderList)
    body: Body | None = None
    credentials: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """Equal for two requests that a server need not be asked twice: the browser's dressing is not in it."""
        named = tuple(sorted((name.lower(), value) for name, value in self.headers))
        return (self.hop, self.role, self.method, self.url.without_fragment, named, self.credentials)

    @property
    def is_safe(self) -> bool:
        """https://httpwg.org/specs/rfc9110.html#safe.methods, less TRACE, which no page can send."""
        return self.method in ("GET", "HEAD", "OPTIONS")
