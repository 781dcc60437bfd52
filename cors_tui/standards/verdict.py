"""What an algorithm of the standards answered: a failure is a value that names the step that decided.

Words for people live in `cors_tui.browsers` (what an engine prints) and `cors_tui.diagnosis` (why it happened).
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from cors_tui.standards.preflight_cache import EMPTY_CACHE, PreflightCache
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, Response

FETCH_STANDARD = "https://fetch.spec.whatwg.org/"


class Refusal(Enum):
    """Every way a request ends without a readable response. The value is the stable code used in JSON."""

    __hash__ = object.__hash__  # a member is itself: Enum's own is Python code, and this one is looked up often

    # before anything is sent
    URL_INVALID = "url-invalid"
    URL_HAS_CREDENTIALS = "url-has-credentials"
    METHOD_INVALID = "method-invalid"
    METHOD_FORBIDDEN = "method-forbidden"
    HEADER_INVALID = "header-invalid"
    BODY_NOT_ALLOWED = "body-not-allowed"
    ONLY_IF_CACHED = "only-if-cached"
    KEEPALIVE_BODY_TOO_LONG = "keepalive-body-too-long"
    NO_CORS_METHOD = "no-cors-method"
    NO_CORS_REDIRECT_MODE = "no-cors-redirect-mode"
    SAME_ORIGIN_MODE = "same-origin-mode"
    SCHEME_NOT_HTTP = "scheme-not-http"
    BAD_PORT = "bad-port"
    NO_ADDRESS = "no-address"
    MIXED_CONTENT = "mixed-content"
    CSP_CONNECT_SRC = "csp-connect-src"
    # local network access
    LNA_PERMISSION_DENIED = "lna-permission-denied"
    LNA_INSECURE_CONTEXT = "lna-insecure-context"
    LNA_TARGET_SPACE_MISMATCH = "lna-target-space-mismatch"
    LNA_ASKS = "lna-asks"
    # the CORS check, on a preflight or on a response
    ALLOW_ORIGIN_MISSING = "allow-origin-missing"
    ALLOW_ORIGIN_MULTIPLE = "allow-origin-multiple"
    ALLOW_ORIGIN_INVALID = "allow-origin-invalid"
    ALLOW_ORIGIN_MISMATCH = "allow-origin-mismatch"
    ALLOW_ORIGIN_WILDCARD = "allow-origin-wildcard"
    ALLOW_CREDENTIALS = "allow-credentials"
    # the preflight
    PREFLIGHT_STATUS = "preflight-status"
    PREFLIGHT_REDIRECT = "preflight-redirect"
    ALLOW_METHODS_INVALID = "allow-methods-invalid"
    ALLOW_HEADERS_INVALID = "allow-headers-invalid"
    METHOD_NOT_ALLOWED = "method-not-allowed"
    HEADER_NOT_ALLOWED = "header-not-allowed"
    # redirects
    REDIRECT_MODE_ERROR = "redirect-mode-error"
    REDIRECT_HAS_CREDENTIALS = "redirect-has-credentials"
    REDIRECT_SCHEME = "redirect-scheme"
    REDIRECT_LOCATION_INVALID = "redirect-location-invalid"
    REDIRECT_TOO_MANY = "redirect-too-many"
    REDIRECT_SAME_ORIGIN_MODE = "redirect-same-origin-mode"
    # after the response
    CORP = "cross-origin-resource-policy"
    OPAQUE_RESPONSE_BLOCKED = "opaque-response-blocked"
    INTEGRITY = "integrity"
    WRONG_TYPE = "wrong-type"
    STATUS_NOT_OK = "status-not-ok"
    # no response, or none a browser reads
    NETWORK = "network"
    RESPONSE_INVALID = "response-invalid"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of one algorithm: where a rule stands. `url` is the algorithm's own anchor."""

    algorithm: str
    number: str
    url: str

    def __str__(self) -> str:
        return f"{self.algorithm}, step {self.number}" if self.number else self.algorithm


@dataclass(frozen=True, slots=True)
class Failure:
    """Why it ended: the refusal, the step that decided, and the bytes it rests on.

    `header` is the response (or request) header looked at, in lower case, "" when the rule is not about one. `got` is
    its value as received (None: absent), `wanted` what would have passed. `request` is the wire request whose answer
    was judged (None when nothing was sent); `answer` that answer. `about` is the method, header name or list element
    that failed, where there is one. `request_origin` is the serialized origin the check compared with (``null`` after
    a tainted redirect). `redirected_from` is the URL of the first hop when a redirect came before.
    """

    refusal: Refusal
    step: Step
    header: str = ""
    got: str | None = None
    wanted: str | None = None
    about: str = ""
    url: str = ""
    redirected_from: str = ""
    request_origin: str = ""
    request: WireRequest | None = None
    answer: Answer | None = None

    @property
    def in_preflight(self) -> bool:
        return self.request is not None and self.request.role is Role.PREFLIGHT

    @property
    def status(self) -> int | None:
        """The status of the answer that was judged; None when there was none."""
        return self.answer.status if isinstance(self.answer, Response) else None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request a browser would send, and what came back."""

    request: WireRequest
    answer: Answer

    @property
    def response(self) -> Response | None:
        return self.answer if isinstance(self.answer, Response) else None

    @property
    def error(self) -> NetworkError | None:
        return self.answer if isinstance(self.answer, NetworkError) else None


WARN_ASKS = "lna-asks"
"""The browser asks before a local address is reached; the detail is its address space."""
WARN_ASKS_BEFORE_PREFLIGHT = "lna-asks-before-preflight"
"""The same where a preflight would be the first to go there."""
WARN_WILDCARD_AUTHORIZATION = "wildcard-covers-authorization"
"""Only ``*`` allowed Authorization, which the standard forbids; the detail is the URL of the preflight."""
WARN_UPGRADED = "mixed-content-upgraded"
"""An http: URL was fetched over https: instead; the detail is the URL as asked for."""


class ResponseType(Enum):
    """https://fetch.spec.whatwg.org/#concept-response-type"""

    __hash__ = object.__hash__  # a member is itself: Enum's own is Python code, and this one is looked up often

    BASIC = "basic"
    CORS = "cors"
    OPAQUE = "opaque"
    OPAQUE_REDIRECT = "opaqueredirect"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a fetch ended in one engine.

    `failure` is None when it resolved; `asks` is True when the browser waits for the person (a permission prompt),
    then neither. `visible_headers` are the names script can read, lower-case and sorted. `exchanges` are the
    browser's own requests in order. `warnings` are things an engine prints without failing, as (code,
    detail): the codes are the WARN_ constants of this module.
    `cache` is the preflight cache as this fetch leaves it.
    """

    failure: Failure | None = None
    asks: bool = False
    type: ResponseType | None = None
    response: Response | None = None
    url: str = ""
    redirected: bool = False
    visible_headers: tuple[str, ...] = ()
    exchanges: tuple[Exchange, ...] = ()
    warnings: tuple[tuple[str, str], ...] = field(default=())
    cache: PreflightCache = EMPTY_CACHE

    def with_exchanges(self, exchanges: tuple[Exchange, ...]) -> Outcome:
        """The same end after other exchanges (a page that asks twice)."""
        return replace(self, exchanges=exchanges)

    @property
    def resolved(self) -> bool:
        return self.failure is None and not self.asks

    @property
    def allowed(self) -> bool:
        """Resolved and readable across origins: the meaning of *allowed* in the recorded truth."""
        return self.resolved and self.type is ResponseType.CORS
