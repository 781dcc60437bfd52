"""The shapes of Chromium's console lines (version 156), and of those that older versions print.

https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/loader/cors/cors_error_string.cc
"""

from __future__ import annotations

from cors_tui.browsers.messages.template import Part, Template
from cors_tui.standards.verdict import Refusal

_IN_PREFLIGHT = {"in_preflight": True}
_JS = "javascript"
_NET = "network"
_SECURITY = "security"

BLOCKED = Template(
    "Access to {kind}| at '{url}'| (redirected from '{redirected_from}')| from origin '{origin}'"
    "| has been «blocked by CORS policy»: ",
    part=Part.FRAME,
    source=_JS,
)
PREFLIGHT = Template(
    "Response to preflight request doesn't «pass access control check»: ", part=Part.DETAIL, fixed=_IN_PREFLIGHT
)
VALID_VALUE_HINT = " Have the server send the header with a valid value."
WITH_CREDENTIALS_HINT = (
    " The credentials mode of requests initiated by the XMLHttpRequest is controlled by the withCredentials attribute."
)
PROTOCOL_SCHEMES = (
    "chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, "
    "isolated-app"
)

REASONS: dict[Refusal, Template] = {
    shape.refusal: shape
    for shape in (
        Template(
            "«No 'Access-Control-Allow-Origin' header is present»| on the requested resource.",
            Refusal.ALLOW_ORIGIN_MISSING,
        ),
        Template(
            "The «'Access-Control-Allow-Origin' header contains multiple values '{value}', but»| only one is allowed.",
            Refusal.ALLOW_ORIGIN_MULTIPLE,
        ),
        Template(
            "The «'Access-Control-Allow-Origin' header contains the invalid value '{value}'.»",
            Refusal.ALLOW_ORIGIN_INVALID,
        ),
        Template(
            "The «'Access-Control-Allow-Origin' header has a value '{value}' that is not equal»"
            "| to the supplied origin.",
            Refusal.ALLOW_ORIGIN_MISMATCH,
        ),
        Template(
            "The value of the «'Access-Control-Allow-Origin' header in the response must not be the wildcard '*'»"
            "| when the request's credentials mode is 'include'.",
            Refusal.ALLOW_ORIGIN_WILDCARD,
        ),
        Template(
            "The value of the «'Access-Control-Allow-Credentials' header in the response is '{value}' which must be»"
            "| 'true' when the request's credentials mode is 'include'.",
            Refusal.ALLOW_CREDENTIALS,
        ),
        Template("It «does not have HTTP ok status».", Refusal.PREFLIGHT_STATUS, fixed=_IN_PREFLIGHT),
        Template("«Redirect is not allowed for a preflight request».", Refusal.PREFLIGHT_REDIRECT, fixed=_IN_PREFLIGHT),
        Template(
            "«Cannot parse Access-Control-Allow-Methods»| response header field in preflight response.",
            Refusal.ALLOW_METHODS_INVALID,
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«Cannot parse Access-Control-Allow-Headers»| response header field in preflight response.",
            Refusal.ALLOW_HEADERS_INVALID,
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«Method {about} is not allowed by Access-Control-Allow-Methods in pre»flight response.",
            Refusal.METHOD_NOT_ALLOWED,
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«Request header field {about} is not allowed by Access-Control-Allow-Headers in pre»flight response.",
            Refusal.HEADER_NOT_ALLOWED,
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«Redirect location '{value}' contains a username and password»|"
            ", which is disallowed for cross-origin requests.",
            Refusal.REDIRECT_HAS_CREDENTIALS,
        ),
        Template("«Cross origin requests are only supported for protocol schemes»|: {value}.", Refusal.SCHEME_NOT_HTTP),
        Template(
            "«Permission was denied for this request to access the `{value}` address space».",
            Refusal.LNA_PERMISSION_DENIED,
        ),
        Template(
            "The «request client is not a secure context and the resource is in more-private address space `{value}`».",
            Refusal.LNA_INSECURE_CONTEXT,
        ),
        Template(
            "«Request had a target IP address space of `{about}` yet the resource is in address space `{value}`».",
            Refusal.LNA_TARGET_SPACE_MISMATCH,
        ),
    )
    if shape.refusal
}
"""What may stand after `BLOCKED`, by refusal."""

MIXED_CONTENT = Template(
    "Mixed Content: The page at '{page}' was loaded over HTTPS, but «requested an insecure {kind} '{url}'. "
    "This request has been blocked»"
    "; the content must be served over HTTPS.",
    Refusal.MIXED_CONTENT,
    source=_SECURITY,
)
_INSECURE = "«Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure {kind} '{url}'. "
INSECURE_EXEMPT = Template(
    _INSECURE + "This content should also be served over HTTPS.»", part=Part.DETAIL, source=_SECURITY, level="warning"
)
INSECURE_UPGRADED = Template(
    _INSECURE + "This request was automatically upgraded to HTTPS,» For more information see "
    "https://blog.chromium.org/2019/10/no-more-mixed-messages-about-https.html",
    part=Part.DETAIL,
    source=_SECURITY,
    level="warning",
)
INSECURE_NOT_UPGRADED = Template(
    _INSECURE + "This request was not upgraded to HTTPS because its URL's host is an IP address.»",
    part=Part.DETAIL,
    source=_SECURITY,
    level="warning",
)
LOCAL_NOT_UPGRADED = Template(
    _INSECURE + "This request was not upgraded to HTTPS because it is a local network request.»",
    part=Part.DETAIL,
    source=_SECURITY,
    level="warning",
)
SAME_ORIGIN_MODE = Template(
    'Fetch API cannot load {url}. |«Request mode is "same-origin" but the URL\'s origin is not same as the request '
    "origin {origin}. »",
    Refusal.SAME_ORIGIN_MODE,
    source=_JS,
)
NO_CORS_REDIRECT_MODE = Template(
    'Fetch API cannot load {url}. |«Request mode is "no-cors" but the redirect mode is not "follow"».',
    Refusal.NO_CORS_REDIRECT_MODE,
    source=_JS,
)
SCHEME_NOT_SUPPORTED = Template(
    'Fetch API cannot load {url}. |«URL scheme "{about}" is not supported».', Refusal.SCHEME_NOT_HTTP, source=_JS
)
LOCAL_RESOURCE = Template("«Not allowed to load local resource: {url}»", Refusal.SCHEME_NOT_HTTP, source=_JS)
CSP_VIOLATED = Template(
    "Connecting to '{url}' «violates the following Content Security Policy directive: \"{value}\"».|"
    " Note that '*' matches only URLs with network schemes ('http', 'https', 'ws', 'wss'), or URLs whose scheme matches"
    " `self`'s scheme. The scheme '{about}:' must be added explicitly.| The action has been blocked.",
    Refusal.CSP_CONNECT_SRC,
    source=_SECURITY,
)
CSP_VIOLATED_BY_FALLBACK = Template(
    "Connecting to '{url}' «violates the following Content Security Policy directive: \"{value}\"»."
    " Note that 'connect-src' was not explicitly set, so 'default-src' is used as a fallback."
    " The action has been blocked.",
    Refusal.CSP_CONNECT_SRC,
    source=_SECURITY,
)
CSP_REFUSED = Template(
    "Fetch API cannot load {url}. |«Refused to connect because it violates the document's Content Security Policy».",
    Refusal.CSP_CONNECT_SRC,
    source=_JS,
)
UNSAFE_ATTEMPT = Template(
    "«Unsafe attempt to load URL {url} from frame with URL {page}. »Domains, protocols and ports must match.\n",
    Refusal.REDIRECT_SAME_ORIGIN_MODE,
    source=_SECURITY,
)
NO_VALID_DIGEST = Template(
    "«Failed to find a valid digest in the 'integrity' attribute for resource '{url}'»"
    "| with computed {about} integrity '{value}'. The resource has been blocked.",
    Refusal.INTEGRITY,
    source=_SECURITY,
)
NOT_ELIGIBLE = Template(
    "Subresource Integrity: «The resource '{url}' has an integrity attribute, but the response is not eligible for»"
    " integrity validation.",
    Refusal.INTEGRITY,
    source=_SECURITY,
)
INTEGRITY_FAILED = Template(
    "Fetch API cannot load {url}. |«SRI's integrity checks failed».", Refusal.INTEGRITY, source=_JS
)
WRONG_SCRIPT_TYPE = Template(
    "«Refused to execute script from '{url}' because its MIME type ('{value}') is not executable»{reason}.",
    Refusal.WRONG_TYPE,
    source=_SECURITY,
)
STRICTLY = ", and strict MIME type checking is enabled"
WRONG_STYLE_TYPE = Template(
    "«Refused to apply style from '{url}' because its MIME type ('{value}') is not a supported stylesheet MIME type»"
    ", and strict MIME checking is enabled.",
    Refusal.WRONG_TYPE,
    source=_SECURITY,
)
WRONG_STREAM_TYPE = Template(
    'EventSource\'s response has «a MIME type ("{value}") that is not "text/event-stream"». Aborting the connection.',
    Refusal.WRONG_TYPE,
    source=_JS,
)
FONT_NOT_DECODED = Template(
    "«Failed to decode downloaded font: {url}»", part=Part.DETAIL, source="other", level="warning"
)
SLOW_NETWORK = Template(
    "«Slow network is detected. See https://www.chromestatus.com/feature/5636954674692096 for more details. "
    "Fallback font will be used while loading: {url}»",
    part=Part.DETAIL,
    source="intervention",
    level="info",
)
WRONG_MODULE_TYPE = Template(
    "Failed to load module script: Expected a JavaScript-or-Wasm module script but «the server responded with a MIME "
    'type of "{value}"». Strict MIME type checking is enforced for module scripts per HTML spec.',
    Refusal.WRONG_TYPE,
    source=_JS,
)

WHOLE_LINES = (
    MIXED_CONTENT,
    INSECURE_EXEMPT,
    INSECURE_UPGRADED,
    INSECURE_NOT_UPGRADED,
    LOCAL_NOT_UPGRADED,
    SAME_ORIGIN_MODE,
    NO_CORS_REDIRECT_MODE,
    SCHEME_NOT_SUPPORTED,
    LOCAL_RESOURCE,
    CSP_VIOLATED_BY_FALLBACK,
    CSP_VIOLATED,
    CSP_REFUSED,
    UNSAFE_ATTEMPT,
    NO_VALID_DIGEST,
    NOT_ELIGIBLE,
    INTEGRITY_FAILED,
    WRONG_SCRIPT_TYPE,
    WRONG_STYLE_TYPE,
    WRONG_STREAM_TYPE,
    WRONG_MODULE_TYPE,
)

FAILED_WITH_STATUS = Template(
    "Failed to load resource: «the server responded with a status of {status}»| ({reason})",
    part=Part.DETAIL,
    source=_NET,
)
FAILED_ON_NETWORK = "Failed to load resource: net::{}"
