"""What each refusal means, in one or two sentences for people."""

from __future__ import annotations

from cors_tui.standards.verdict import Refusal

MEANS: dict[Refusal, str] = {
    Refusal.URL_INVALID: "The URL does not parse, so nothing was sent. Look for a missing scheme, spaces, or a "
    "variable that was never filled in.",
    Refusal.URL_HAS_CREDENTIALS: "The URL holds a user name or password; fetch refuses such URLs.",
    Refusal.METHOD_INVALID: "The method is not a token (letters, digits and a few signs).",
    Refusal.METHOD_FORBIDDEN: "CONNECT, TRACE and TRACK are forbidden to pages.",
    Refusal.HEADER_INVALID: "A header's name or value holds a character that HTTP does not allow.",
    Refusal.BODY_NOT_ALLOWED: "GET and HEAD cannot have a body in fetch.",
    Refusal.NO_CORS_METHOD: "mode 'no-cors' allows only GET, HEAD and POST.",
    Refusal.NO_CORS_REDIRECT_MODE: "mode 'no-cors' goes only with redirect 'follow'.",
    Refusal.SAME_ORIGIN_MODE: "mode 'same-origin' forbids any request to another origin.",
    Refusal.KEEPALIVE_BODY_TOO_LONG: "A request with keepalive has at most 64 KiB of body.",
    Refusal.ONLY_IF_CACHED: "cache 'only-if-cached' goes only with mode 'same-origin'.",
    Refusal.SCHEME_NOT_HTTP: "The URL's scheme is not one that CORS works with (http, https). A URL without scheme, "
    "such as localhost:8000/x, is read as the scheme `localhost`.",
    Refusal.BAD_PORT: "Browsers never connect to this port; it belongs to another service.",
    Refusal.NO_ADDRESS: "0.0.0.0 is where a server listens, no address to call: Firefox and Safari refuse it.",
    Refusal.MIXED_CONTENT: "A page from https may not call http. Nothing was sent.",
    Refusal.CSP_CONNECT_SRC: "The page's own Content-Security-Policy does not list the target. Nothing was sent.",
    Refusal.LNA_PERMISSION_DENIED: "The page may not reach into the local network; the person (or a policy) said no.",
    Refusal.LNA_INSECURE_CONTEXT: "A page that is not secure (http) may not reach into a more private network.",
    Refusal.LNA_TARGET_SPACE_MISMATCH: "The target is in another address space than the request said.",
    Refusal.LNA_ASKS: "The browser asks the person whether the page may reach into the local network.",
    Refusal.ALLOW_ORIGIN_MISSING: "The answer has no Access-Control-Allow-Origin.",
    Refusal.ALLOW_ORIGIN_MULTIPLE: "Access-Control-Allow-Origin holds more than one value, so it matches nothing.",
    Refusal.ALLOW_ORIGIN_INVALID: "Access-Control-Allow-Origin is not an origin, `*` or `null`.",
    Refusal.ALLOW_ORIGIN_MISMATCH: "Access-Control-Allow-Origin names another origin than the page's.",
    Refusal.ALLOW_ORIGIN_WILDCARD: "Access-Control-Allow-Origin is `*`, which does not count with credentials.",
    Refusal.ALLOW_CREDENTIALS: "Access-Control-Allow-Credentials is not exactly `true`, and credentials were sent.",
    Refusal.PREFLIGHT_STATUS: "The preflight was not answered with a status from 200 to 299.",
    Refusal.PREFLIGHT_REDIRECT: "The preflight was answered with a redirect, which browsers do not follow.",
    Refusal.ALLOW_METHODS_INVALID: "Access-Control-Allow-Methods is not a comma list of tokens; one bad element spoils "
    "it all.",
    Refusal.ALLOW_HEADERS_INVALID: "Access-Control-Allow-Headers is not a comma list of tokens; one bad element spoils "
    "it all.",
    Refusal.METHOD_NOT_ALLOWED: "The method is not in Access-Control-Allow-Methods.",
    Refusal.HEADER_NOT_ALLOWED: "A request header is not in Access-Control-Allow-Headers.",
    Refusal.REDIRECT_MODE_ERROR: "The page asked for redirect 'error', and there was a redirect.",
    Refusal.REDIRECT_HAS_CREDENTIALS: "The redirect leads to a URL with a user name or password.",
    Refusal.REDIRECT_SCHEME: "The redirect leads to a URL that is not http or https.",
    Refusal.REDIRECT_LOCATION_INVALID: "The redirect's Location does not parse.",
    Refusal.REDIRECT_TOO_MANY: "There were more than 20 redirects, most likely a circle.",
    Refusal.REDIRECT_SAME_ORIGIN_MODE: "mode 'same-origin', and the redirect leads to another origin.",
    Refusal.CORP: "The answer's Cross-Origin-Resource-Policy keeps it from this page.",
    Refusal.OPAQUE_RESPONSE_BLOCKED: "The answer is not what such an element loads (HTML for an image or a script), so "
    "the browser withheld it. Look at its status and Content-Type.",
    Refusal.STATUS_NOT_OK: "What asked for it (an EventSource, a script, a font, ...) takes no answer with this "
    "status.",
    Refusal.INTEGRITY: "The content does not match the integrity attribute.",
    Refusal.WRONG_TYPE: "The answer's Content-Type, or what it holds, is not for this use.",
    Refusal.NETWORK: "There was no answer: DNS, connection, TLS or time. No header can repair that.",
    Refusal.RESPONSE_INVALID: "What came back is not an HTTP response a browser reads.",
}
