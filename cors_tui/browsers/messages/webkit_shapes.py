"""The shapes of Safari's console lines, as WebKitGTK 2.50 prints them. None but the companion names the URL.

https://github.com/WebKit/WebKit/blob/main/Source/WebCore/loader/CrossOriginAccessControl.cpp
"""

from __future__ import annotations

from cors_tui.browsers.messages.template import Part, Template
from cors_tui.standards.verdict import Refusal

_IN_PREFLIGHT = {"in_preflight": True}
_SECURITY = "SECURITY"

REDIRECTION = Template(
    "«Cross-origin redirection to {target} denied by Cross-Origin Resource Sharing policy»: ",
    part=Part.FRAME,
    source=_SECURITY,
)

ORIGIN_NOT_ALLOWED = Template(
    "«Origin {origin} is not allowed by Access-Control-Allow-Origin»|. Status code: {status}",
    Refusal.ALLOW_ORIGIN_MISMATCH,
    source=_SECURITY,
)
REASONS: dict[Refusal, Template] = {
    Refusal.NO_ADDRESS: Template(
        '«Not allowed to use restricted network host "{value}"»: {url}', Refusal.NO_ADDRESS, source=_SECURITY
    ),
    Refusal.ALLOW_ORIGIN_MISSING: ORIGIN_NOT_ALLOWED,
    Refusal.ALLOW_ORIGIN_INVALID: ORIGIN_NOT_ALLOWED,
    Refusal.ALLOW_ORIGIN_MISMATCH: ORIGIN_NOT_ALLOWED,
    Refusal.ALLOW_ORIGIN_MULTIPLE: Template(
        "«Access-Control-Allow-Origin cannot contain more than one origin».",
        Refusal.ALLOW_ORIGIN_MULTIPLE,
        source=_SECURITY,
    ),
    Refusal.ALLOW_ORIGIN_WILDCARD: Template(
        "«Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true».",
        Refusal.ALLOW_ORIGIN_WILDCARD,
        source=_SECURITY,
    ),
    Refusal.ALLOW_CREDENTIALS: Template(
        '«Credentials flag is true, but Access-Control-Allow-Credentials is not "true"».',
        Refusal.ALLOW_CREDENTIALS,
        source=_SECURITY,
    ),
    Refusal.PREFLIGHT_STATUS: Template(
        "«Preflight response is not successful»|. Status code: {status}",
        Refusal.PREFLIGHT_STATUS,
        source=_SECURITY,
        fixed=_IN_PREFLIGHT,
    ),
    Refusal.ALLOW_METHODS_INVALID: Template(
        "«Header Access-Control-Allow-Methods has an invalid value: {value}»",
        Refusal.ALLOW_METHODS_INVALID,
        source=_SECURITY,
        fixed=_IN_PREFLIGHT,
    ),
    Refusal.ALLOW_HEADERS_INVALID: Template(
        "«Header Access-Control-Allow-Headers has an invalid value: {value}»",
        Refusal.ALLOW_HEADERS_INVALID,
        source=_SECURITY,
        fixed=_IN_PREFLIGHT,
    ),
    Refusal.METHOD_NOT_ALLOWED: Template(
        "«Method {about} is not allowed by Access-Control-Allow-Methods».",
        Refusal.METHOD_NOT_ALLOWED,
        source=_SECURITY,
        fixed=_IN_PREFLIGHT,
        unless=" in preflight response",
    ),
    Refusal.HEADER_NOT_ALLOWED: Template(
        "«Request header field {about} is not allowed by Access-Control-Allow-Headers».",
        Refusal.HEADER_NOT_ALLOWED,
        source=_SECURITY,
        fixed=_IN_PREFLIGHT,
        unless=" in preflight response",
    ),
    Refusal.REDIRECT_SCHEME: Template(
        "«not allowed to follow a cross-origin CORS redirection with non CORS scheme»",
        Refusal.REDIRECT_SCHEME,
        source=_SECURITY,
    ),
    Refusal.REDIRECT_HAS_CREDENTIALS: Template(
        "«redirection URL {value} has credentials»", Refusal.REDIRECT_HAS_CREDENTIALS, source=_SECURITY
    ),
    Refusal.SCHEME_NOT_HTTP: Template(
        "«Cross origin requests are only supported for HTTP».", Refusal.SCHEME_NOT_HTTP, source=_SECURITY
    ),
    Refusal.MIXED_CONTENT: Template(
        "[blocked] «The page at {page} requested insecure content from {url}. »This content was blocked and must",
        Refusal.MIXED_CONTENT,
        source=_SECURITY,
        level="warn",
    ),
    Refusal.REDIRECT_MODE_ERROR: Template(
        "«Not allowed to follow a redirection while loading {url}»", Refusal.REDIRECT_MODE_ERROR, source=_SECURITY
    ),
    Refusal.NO_CORS_REDIRECT_MODE: Template(
        "«No-Cors mode requires follow redirect mode»", Refusal.NO_CORS_REDIRECT_MODE, source=_SECURITY
    ),
    Refusal.CORP: Template(
        "«Cancelled load to {url} because it violates the resource's Cross-Origin-Resource-Policy» response header.",
        Refusal.CORP,
        source=_SECURITY,
    ),
    Refusal.CSP_CONNECT_SRC: Template(
        "«Refused to connect to {url} because it does not appear in the connect-src directive»"
        " of the Content Security Policy.",
        Refusal.CSP_CONNECT_SRC,
        source=_SECURITY,
    ),
    Refusal.REDIRECT_TOO_MANY: Template(
        "«Load cannot follow more than 20 redirections»", Refusal.REDIRECT_TOO_MANY, source=_SECURITY
    ),
    Refusal.REDIRECT_SAME_ORIGIN_MODE: Template(
        "«Unsafe attempt to load URL {url} from origin {origin}. »Domains, protocols and ports must match.",
        Refusal.REDIRECT_SAME_ORIGIN_MODE,
        source=_SECURITY,
    ),
    Refusal.BAD_PORT: Template(
        "«Not allowed to use restricted network port {value}: {url}»", Refusal.BAD_PORT, source=_SECURITY
    ),
    Refusal.INTEGRITY: Template(
        "«Failed integrity metadata check». {url}. Failed integrity metadata check. Content length: {about}, "
        "Expected content length: {reason}, Expected metadata: {value}",
        Refusal.INTEGRITY,
        source=_SECURITY,
    ),
    Refusal.WRONG_TYPE: Template(
        '«Refused to execute {url} as script because "X-Content-Type-Options: nosniff"» was given and its Content-Type'
        " is not a script MIME type.",
        Refusal.WRONG_TYPE,
        source=_SECURITY,
    ),
    Refusal.KEEPALIVE_BODY_TOO_LONG: Template(
        "«Reached maximum amount of queued data of 64Kb for keepalive requests»",
        Refusal.KEEPALIVE_BODY_TOO_LONG,
        source=_SECURITY,
    ),
    Refusal.NETWORK: Template("«Connection terminated unexpectedly»", Refusal.NETWORK, source=_SECURITY),
}
"""The line that names the cause, by refusal."""

FTP_DISABLED = Template("«FTP URLs are disabled»", Refusal.SCHEME_NOT_HTTP, source=_SECURITY)
CSP_BLOCKED = Template("«Blocked by Content Security Policy».", Refusal.CSP_CONNECT_SRC, source=_SECURITY)
NOT_PARSED = Template("«Could not parse HTTP response»", Refusal.NETWORK, source=_SECURITY)
LOCAL_RESOURCE = Template("Not allowed to load local resource: {url}", Refusal.SCHEME_NOT_HTTP, source=_SECURITY)
NOT_HTTP = Template("«Redirection to URL with a scheme that is not HTTP(S)»", Refusal.REDIRECT_SCHEME, source=_SECURITY)
NOT_ALLOWED = Template("«Not allowed to request resource»", part=Part.DETAIL, source=_SECURITY)
SERVED_OVER_HTTPS = " be served over HTTPS."
SCRIPT_DENIED = Template(
    "«Cross-origin script load denied by Cross-Origin Resource Sharing policy».", part=Part.DETAIL, source="JS"
)
CANNOT_LOAD: dict[str, Template] = {
    kind: Template(
        f"«{words} {{url}} due to access control checks».", part=Part.DETAIL, source=source, fixed={"kind": kind}
    )
    for kind, words, source in (
        ("fetch", "Fetch API cannot load", "JS"),
        ("XMLHttpRequest", "XMLHttpRequest cannot load", "JS"),
        ("EventSource", "EventSource cannot load", "JS"),
        ("image", "Cannot load image", _SECURITY),
        ("stylesheet", "Cannot load stylesheet", _SECURITY),
        ("font", "Cannot load font", _SECURITY),
    )
}
"""The companion line, by what made the request: it names the URL and no cause."""

BY_DEFAULT_SRC = (
    "Refused to connect to {url} because it appears in neither the connect-src directive nor the default-src directive"
    " of the Content Security Policy."
)
DUE_TO = " due to access control checks."
HEADER_REFUSED = Template('Refused to set unsafe header "{about}"', part=Part.DETAIL, source="JS")
CANNOT_LOAD_QUIETLY = Template("Fetch API cannot load {url}.", part=Part.DETAIL, source="JS")
WRONG_SCRIPT_TYPE = Template(
    "«TypeError: '{value}' is not a valid JavaScript MIME type».", Refusal.WRONG_TYPE, source="JS"
)
NO_SCRIPT_TYPE = Template(
    "«Refused to execute {url} as script because {value} is not a script MIME type».",
    Refusal.WRONG_TYPE,
    source=_SECURITY,
)
WRONG_STYLE_TYPE = Template(
    "«Did not parse stylesheet at '{url}' because non CSS MIME types are not allowed» in strict mode.",
    Refusal.WRONG_TYPE,
    source=_SECURITY,
)
WRONG_STREAM_TYPE = Template(
    'EventSource\'s response has «a MIME type ("{value}") that is not "text/event-stream"». Aborting the connection.',
    Refusal.WRONG_TYPE,
    source="JS",
)
"""Chromium's words, too: a pasted one is read as Chromium's."""

UPGRADED = Template(
    "«The page at {page} requested insecure content from {url}. This content was automatically upgraded» and should be "
    "served over HTTPS.",
    part=Part.DETAIL,
    source=_SECURITY,
    level="warn",
)
NOT_UPGRADED = Template(
    "«The page at {page} requested insecure content from {url}. This content was not upgraded to HTTPS» and must be "
    "served from the local host.",
    part=Part.DETAIL,
    source=_SECURITY,
    level="warn",
)

LINES = (
    UPGRADED,
    NOT_UPGRADED,
    FTP_DISABLED,
    CSP_BLOCKED,
    NOT_HTTP,
    NOT_PARSED,
    NOT_ALLOWED,
    SCRIPT_DENIED,
    *CANNOT_LOAD.values(),
    WRONG_SCRIPT_TYPE,
    NO_SCRIPT_TYPE,
    WRONG_STYLE_TYPE,
)
OLD = (
    Template("«Load failed»", part=Part.GENERIC),
    Template("«XMLHttpRequest cannot load {url}. »", part=Part.DETAIL, fixed={"kind": "XMLHttpRequest"}),
    Template("Origin {origin} |«not allowed by Access-Control-Allow-Origin».", Refusal.ALLOW_ORIGIN_MISMATCH),
    Template(
        "«Cross-origin image load denied by Cross-Origin Resource Sharing policy».",
        part=Part.FRAME,
        fixed={"kind": "image"},
    ),
)
