"""The shapes of Firefox's console lines (version 153), older wordings, and the labels of its network panel.

https://searchfox.org/mozilla-central/source/dom/locales/en-US/chrome/security/security.properties
"""

from __future__ import annotations

from cors_tui.browsers.messages.firefox_element_shapes import ELEMENT_LINES
from cors_tui.browsers.messages.template import Part, Template
from cors_tui.standards.verdict import Refusal

_IN_PREFLIGHT = {"in_preflight": True}

BLOCKED = Template(
    "Cross-Origin Request Blocked: The «Same Origin Policy disallows reading the remote resource»| at {url}. ",
    part=Part.FRAME,
)
BLOCKED_QUOTED = Template(BLOCKED.text.replace("{url}", "‘{url}’"), part=Part.FRAME)

REASONS: dict[Refusal, Template] = {
    shape.refusal: shape
    for shape in (
        Template(
            "«CORS header ‘Access-Control-Allow-Origin’ mis»sing",
            Refusal.ALLOW_ORIGIN_MISSING,
            source="CORSMissingAllowOrigin2",
        ),
        Template(
            "«Multiple CORS header ‘Access-Control-Allow-Origin’ not allowed»",
            Refusal.ALLOW_ORIGIN_MULTIPLE,
            source="CORSMultipleAllowOriginNotAllowed",
        ),
        Template(
            "«CORS header ‘Access-Control-Allow-Origin’ does not match ‘{value}’)»",
            Refusal.ALLOW_ORIGIN_MISMATCH,
            source="CORSAllowOriginNotMatchingOrigin",
        ),
        Template(
            "«Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’»| is ‘*’",
            Refusal.ALLOW_ORIGIN_WILDCARD,
            source="CORSNotSupportingCredentials",
        ),
        Template(
            "«expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’»",
            Refusal.ALLOW_CREDENTIALS,
            source="CORSMissingAllowCredentials",
        ),
        Template(
            "«CORS preflight response did not s»ucceed",
            Refusal.PREFLIGHT_STATUS,
            source="CORSPreflightDidNotSucceed3",
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«CORS request external redirect not allowed»",
            Refusal.PREFLIGHT_REDIRECT,
            source="CORSExternalRedirectNotAllowed",
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«invalid token ‘{about}’ in CORS header ‘Access-Control-Allow-Methods’»",
            Refusal.ALLOW_METHODS_INVALID,
            source="CORSInvalidAllowMethod",
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«invalid token ‘{about}’ in CORS header ‘Access-Control-Allow-Headers’»",
            Refusal.ALLOW_HEADERS_INVALID,
            source="CORSInvalidAllowHeader",
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«Did not find method in CORS header ‘Access-Control-Allow-Methods’»",
            Refusal.METHOD_NOT_ALLOWED,
            source="CORSMethodNotFound",
            fixed=_IN_PREFLIGHT,
        ),
        Template(
            "«header ‘{about}’ is not allowed according to header ‘Access-Control-Allow-Headers’»"
            "| from CORS preflight response",
            Refusal.HEADER_NOT_ALLOWED,
            source="CORSMissingAllowHeaderFromPreflight2",
            fixed=_IN_PREFLIGHT,
        ),
        Template("«CORS request not http»", Refusal.SCHEME_NOT_HTTP, source="CORSRequestNotHttp"),
        Template("«CORS request did not s»ucceed", Refusal.NETWORK, source="CORSDidNotSucceed2"),
    )
    if shape.refusal
}
"""What may stand in ``(Reason: …)``, by refusal."""

STATUS = Template("Status code: {status}", part=Part.DETAIL)

MIXED_CONTENT = Template(
    "«Blocked loading mixed active content “{url}”»", Refusal.MIXED_CONTENT, source="Mixed Content Blocker"
)
SAME_ORIGIN_MODE = Template(
    "Security Error: «Content at {page} may not load data from {url}. »", Refusal.SAME_ORIGIN_MODE, source="SOP"
)
MAY_NOT_LINK = Template(
    "Security Error: «Content at {page} may not load or link to {url}. »", Refusal.SCHEME_NOT_HTTP, source="SOP"
)
CSP_VIOLATED = Template(
    "Content-Security-Policy: The page’s «settings blocked the loading of a resource (connect-src) at {url}"
    " because it violates the following directive: “{value}”»",
    Refusal.CSP_CONNECT_SRC,
    source="CSP_CSPGenericViolation",
)
CORP_BLOCKED = Template(
    "The resource at “{url}” was «blocked due to its Cross-Origin-Resource-Policy header» (or lack thereof). See "
    "https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#",
    Refusal.CORP,
    source="COEP",
)
DATA_REDIRECT = Template(
    "«Redirecting to {about} URI not allowed (Blocked loading of: “{url}”»)",
    Refusal.REDIRECT_SCHEME,
    source="DATA_URI_BLOCKED",
    level="warning",
)
LOCAL_NETWORK = Template(
    "«Local Network Access permission required: top-level site “{page}”»|, initiator “{page}”"
    "|, attempting to access target “{url}”| ({target})| via {kind}.| Secure context: {reason}",
    Refusal.LNA_ASKS,
    source="Security",
    level="info",
)
LOCAL_NETWORK_REACHED = Template(
    "«Local Network Access detected: top-level site “{page}”»|, initiator “{page}”"
    "|, accessing target “{url}”| ({target})| via {kind}.| Secure context: {reason}, prompt action: (null)",
    part=Part.DETAIL,
    source="Security",
    level="info",
)
INTEGRITY = Template(
    "None of the “{about}” «hashes in the integrity attribute match the content of the subresource at “{url}”»."
    " The computed hash is “{value}”.",
    Refusal.INTEGRITY,
    source="Sub-resource Integrity",
)
NOT_ELIGIBLE = Template(
    "“{url}” «is not eligible for integrity checks» since it’s neither CORS-enabled nor same-origin.",
    Refusal.INTEGRITY,
    source="Sub-resource Integrity",
)
WARNED_AUTHORIZATION = Template(
    "Cross-Origin Request Warning: The Same Origin Policy will «disallow reading the remote resource at {url} soon»."
    " (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include "
    "the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).",
    Refusal.HEADER_NOT_ALLOWED,
    source="CORSAllowHeaderFromPreflightDeprecation",
    level="warning",
    fixed={"value": "authorization", "in_preflight": True},
)
UPGRADED = Template(
    "Mixed Content: «Upgrading insecure display request ‘{url}’ to use ‘https’»",
    part=Part.DETAIL,
    source="Mixed Content Message",
    level="warning",
)
UPGRADED_BY_POLICY = Template(
    "Content-Security-Policy: «Upgrading insecure request ‘{url}’ to use ‘https’»",
    part=Part.DETAIL,
    source="CSP_upgradeInsecureRequest",
    level="warning",
)
REFERRER_IGNORED = Template(
    "Referrer Policy: «Ignoring the less restricted referrer policy “{value}” for the cross-site request»: {url}",
    part=Part.DETAIL,
    source="Security",
    level="info",
)
XML_ERROR = Template(
    "«XML Parsing Error: syntax error\nLocation: {url}»\nLine Number 1, Column 1:",
    part=Part.DETAIL,
    source="malformed-xml",
)
NO_ROOT = Template(
    "«XML Parsing Error: no root element found\nLocation: {url}»\nLine Number 1, Column 1:",
    part=Part.DETAIL,
    source="malformed-xml",
)
JUNK_STATUS = Template(
    "«The status line of the HTTP response is invalid»", part=Part.DETAIL, source="Invalid HTTP Status Lines"
)
NULL_PRINCIPAL = "b1f3d632-d2b8-46ce-9583-b7a76e84d14e"
"""An opaque origin's name, drawn by chance for each page; this is one that was recorded."""

WHOLE_LINES = (
    MIXED_CONTENT, SAME_ORIGIN_MODE, MAY_NOT_LINK, CSP_VIOLATED, CORP_BLOCKED, DATA_REDIRECT, LOCAL_NETWORK,
    LOCAL_NETWORK_REACHED, INTEGRITY, NOT_ELIGIBLE, WARNED_AUTHORIZATION, *ELEMENT_LINES,
)  # fmt: skip

OLD = (
    Template("«CORS preflight channel did not succeed»", Refusal.PREFLIGHT_STATUS, fixed=_IN_PREFLIGHT),
    Template(
        "«missing token ‘{about}’ in CORS header ‘Access-Control-Allow-Headers’»",
        Refusal.HEADER_NOT_ALLOWED,
        fixed=_IN_PREFLIGHT,
    ),
    Template("«CORS request failed»", Refusal.NETWORK),
    Template(
        "Content Security Policy: The page’s «settings blocked the loading of a resource at {url} (“{value}”»).",
        Refusal.CSP_CONNECT_SRC,
    ),
    Template("«(Reason: CORS disabled»"),
    Template("«CORS header ‘Origin’ cannot be added»"),
    Template("«Cross-Origin Request Blocked»", part=Part.GENERIC),
)

_LABELS: dict[str, Refusal | None] = {
    "CORS Missing Allow Origin": Refusal.ALLOW_ORIGIN_MISSING,
    "CORS Multiple Allow Origin Not Allowed": Refusal.ALLOW_ORIGIN_MULTIPLE,
    "CORS Allow Origin Not Matching Origin": Refusal.ALLOW_ORIGIN_MISMATCH,
    "CORS Not Supporting Credentials": Refusal.ALLOW_ORIGIN_WILDCARD,
    "CORS Missing Allow Credentials": Refusal.ALLOW_CREDENTIALS,
    "CORS Preflight Did Not Succeed": Refusal.PREFLIGHT_STATUS,
    "CORS External Redirect Not Allowed": Refusal.PREFLIGHT_REDIRECT,
    "CORS Invalid Allow Method": Refusal.ALLOW_METHODS_INVALID,
    "CORS Invalid Allow Header": Refusal.ALLOW_HEADERS_INVALID,
    "CORS Method Not Found": Refusal.METHOD_NOT_ALLOWED,
    "CORS Missing Allow Header From Preflight": Refusal.HEADER_NOT_ALLOWED,
    "CORS Missing Allow Header": Refusal.HEADER_NOT_ALLOWED,
}
PANEL = (
    *(Template(f"«{label}»", refusal) for label, refusal in _LABELS.items()),
    Template("«(Reason: CORS Failed»", part=Part.GENERIC),
    Template("«CORS Failed»", part=Part.GENERIC),
    Template("«NetworkError when attempting to fetch resource»", part=Part.GENERIC),
)
"""What the network panel's *transferred* column says, and what script sees."""
