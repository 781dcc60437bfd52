"""Shapes that older versions of Chromium print, and its other panels: people still paste them, so they are read."""

from __future__ import annotations

from cors_tui.browsers.messages.template import Part, Template
from cors_tui.standards.verdict import Refusal

_IN_PREFLIGHT = {"in_preflight": True}

FRAMES = (
    Template(
        "«XMLHttpRequest cannot load {url}. »", part=Part.FRAME, fixed={"kind": "XMLHttpRequest"}, unless="due to"
    ),
    Template("«Fetch API cannot load {url}. »", part=Part.FRAME, fixed={"kind": "fetch"}, unless="due to"),
    Template("«Failed to load {address}: »", part=Part.FRAME),
    Template(
        "«Font from origin '{url}' has been blocked from loading»| by Cross-Origin Resource Sharing policy: ",
        part=Part.FRAME,
        fixed={"kind": "font"},
    ),
    Template(
        "«Image from origin '{url}' has been blocked from loading»| by Cross-Origin Resource Sharing policy: ",
        part=Part.FRAME,
        fixed={"kind": "image"},
    ),
    Template("«Redirect from '{redirected_from}' to '{url}' has been blocked»| by CORS policy: ", part=Part.FRAME),
    Template("'{url}'| from origin '{origin}'| is «blocked by your CORS policy»", part=Part.FRAME),
    Template("Access «blocked by CORS policy»: ", part=Part.FRAME),
    Template("«Access to {kind} at '{url}' (redirected from '{redirected_from}')»", part=Part.FRAME),
    Template(
        "«XMLHttpRequest for {url} required Cross Origin Resource Sharing (CORS)».",
        part=Part.FRAME,
        fixed={"kind": "XMLHttpRequest"},
    ),
)
REASONS = (
    # today's, cut off or without the quotes that tell where a value ends
    Template("«No 'Access-Control-Allow-Origin' header»", Refusal.ALLOW_ORIGIN_MISSING),
    Template("«Allow-Origin' header is present on»", Refusal.ALLOW_ORIGIN_MISSING),
    Template("«Allow-Origin' header contains multiple values»", Refusal.ALLOW_ORIGIN_MULTIPLE),
    Template(
        "«field {about} is not allowed by Access-Control-Allow-Headers in pre»",
        Refusal.HEADER_NOT_ALLOWED,
        fixed=_IN_PREFLIGHT,
    ),
    Template(
        "Method {about} |«is not allowed by Access-Control-Allow-Methods in pre»",
        Refusal.METHOD_NOT_ALLOWED,
        fixed=_IN_PREFLIGHT,
    ),
    Template("«'Access-Control-Allow-Origin' header contains the invalid value»", Refusal.ALLOW_ORIGIN_INVALID),
    Template("«has a value '{value}' that is not equal to the supplied origin»", Refusal.ALLOW_ORIGIN_MISMATCH),
    Template("«must not be the wildcard '*' when»", Refusal.ALLOW_ORIGIN_WILDCARD),
    Template("«'Access-Control-Allow-Credentials' header in the response is»", Refusal.ALLOW_CREDENTIALS),
    Template("A «wildcard '*' cannot be used in the 'Access-Control-Allow-Origin'»", Refusal.ALLOW_ORIGIN_WILDCARD),
    Template(
        "«Credentials flag is 'true', but the 'Access-Control-Allow-Credentials' header is '{value}'.»",
        Refusal.ALLOW_CREDENTIALS,
    ),
    Template(
        "«Credentials flag is true, but Access-Control-Allow-Credentials is not 'true'»", Refusal.ALLOW_CREDENTIALS
    ),
    Template("«Response for preflight is invalid (redirect)»", Refusal.PREFLIGHT_REDIRECT, fixed=_IN_PREFLIGHT),
    Template(
        "«Response for preflight has invalid HTTP status code {status}»", Refusal.PREFLIGHT_STATUS, fixed=_IN_PREFLIGHT
    ),
    Template("«Response for preflight does not have HTTP ok status»", Refusal.PREFLIGHT_STATUS, fixed=_IN_PREFLIGHT),
    Template(
        "«The request was redirected to '{value}', which is disallowed for cross-origin requests»",
        Refusal.PREFLIGHT_REDIRECT,
        fixed=_IN_PREFLIGHT,
    ),
    Template("«No 'Access-Control-Allow-Private-Network' header was present»", Refusal.LNA_PERMISSION_DENIED),
    Template("«Unable to ask for permission»", Refusal.LNA_PERMISSION_DENIED),
    Template("«yet the resource is in address space»| `{value}`", Refusal.LNA_TARGET_SPACE_MISMATCH),
    Template("«Request had no target IP address space»", Refusal.LNA_TARGET_SPACE_MISMATCH),
    Template(
        "«requested a subresource from a network that it could only access because of its users' privileged network»",
        Refusal.LNA_INSECURE_CONTEXT,
    ),
    Template(
        "«Authorization will not be covered by the wildcard symbol»",
        Refusal.HEADER_NOT_ALLOWED,
        fixed={"value": "authorization", "in_preflight": True},
    ),
    Template("«Refused to connect to '{url}' because it violates»", Refusal.CSP_CONNECT_SRC),
    Template("«Refused to connect because it violates»", Refusal.CSP_CONNECT_SRC),
    Template(
        "Mixed Content: |The page at '{page}'| «was loaded over HTTPS, but requested an insecure»| {kind} '{url}'",
        Refusal.MIXED_CONTENT,
    ),
    Template("«Refused to load the {kind} '{url}' because it violates»", Refusal.CSP_CONNECT_SRC),
    Template(
        "«Cross-Origin Read Blocking (CORB) blocked cross-origin response {url} with MIME type»",
        Refusal.OPAQUE_RESPONSE_BLOCKED,
    ),
    # Edge before it was Chromium, and Internet Explorer
    Template(
        "«Wildcard in Access-Control-Allow-Origin not allowed when credentials flag is»", Refusal.ALLOW_ORIGIN_WILDCARD
    ),
    Template("Origin {origin}| «not found in Access-Control-Allow-Origin header»", Refusal.ALLOW_ORIGIN_MISMATCH),
    Template(
        "«Request header {about} was not present in the Access-Control-Allow-Headers list»",
        Refusal.HEADER_NOT_ALLOWED,
        fixed=_IN_PREFLIGHT,
    ),
    Template(
        "«Request method {about} was not present in the Access-Control-Allow-Methods list»",
        Refusal.METHOD_NOT_ALLOWED,
        fixed=_IN_PREFLIGHT,
    ),
    Template("«Multiple Access-Control-Allow-Origin headers are not allowed»", Refusal.ALLOW_ORIGIN_MULTIPLE),
    Template("«Cross origin requests are not allowed by request mode»", Refusal.SAME_ORIGIN_MODE),
)
DETAILS = (
    Template("«to the supplied origin '{origin}'»", part=Part.DETAIL),
    Template("«Origin '{origin}' is there»fore not allowed access", part=Part.DETAIL),
    Template("The «response had HTTP status code {status}»", part=Part.DETAIL),
    Template("private network request «targeting the `{value}` address space»", part=Part.DETAIL),
)
GENERIC = (
    Template("«TypeError: Failed to fetch»", part=Part.GENERIC),
    Template("«Failed to fetch»", part=Part.GENERIC),
    Template("«Access to {kind} at '{url}'»", part=Part.GENERIC),
    Template("«CORS error»", part=Part.GENERIC),
)
SHAPES = (*FRAMES, *REASONS, *DETAILS, *GENERIC)
