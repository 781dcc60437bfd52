"""What refusals are called in a sentence, and what a text shows in which no browser speaks."""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

import re
from functools import lru_cache

from cors_tui.standards.verdict import Refusal

_MISSING = "The browser found no Access-Control-Allow-Origin header on the answer."

REFUSALS: dict[Refusal, str] = {
    refusal: f"The browser says: {refusal.value.replace('-', ' ')}." for refusal in Refusal
} | {
    Refusal.ALLOW_ORIGIN_MISSING: _MISSING,
    Refusal.ALLOW_ORIGIN_MULTIPLE: "Access-Control-Allow-Origin holds more than one value.",
    Refusal.ALLOW_ORIGIN_INVALID: "Access-Control-Allow-Origin holds something that is no origin.",
    Refusal.ALLOW_ORIGIN_MISMATCH: "The answer does not allow the page's origin.",
    Refusal.ALLOW_ORIGIN_WILDCARD: "The server answers with * while the page sends credentials.",
    Refusal.ALLOW_CREDENTIALS: "The page sends credentials, and Access-Control-Allow-Credentials is not true.",
    Refusal.PREFLIGHT_STATUS: "The preflight was answered with a status that is not 2xx.",
    Refusal.PREFLIGHT_REDIRECT: "The preflight was answered with a redirect.",
    Refusal.METHOD_NOT_ALLOWED: "The preflight's answer does not name the method.",
    Refusal.HEADER_NOT_ALLOWED: "The preflight's answer does not name a header that the page sends.",
    Refusal.SCHEME_NOT_HTTP: "The address is neither http nor https to the browser.",
    Refusal.NO_ADDRESS: "0.0.0.0 is where a server listens, no address to call.",
    Refusal.MIXED_CONTENT: "An https page calls http, and the browser sends nothing.",
    Refusal.CSP_CONNECT_SRC: "The page's own Content-Security-Policy forbids the call.",
    Refusal.CORP: "A resource policy (CORP or COEP) withholds the answer; that is not CORS.",
    Refusal.OPAQUE_RESPONSE_BLOCKED: "The browser withheld an answer of another type than asked for (ORB).",
    Refusal.NETWORK: "No answer came at all.",
    Refusal.LNA_PERMISSION_DENIED: "The browser needs permission for addresses of a local network.",
    Refusal.LNA_INSECURE_CONTEXT: "A page on plain http may not reach addresses of a local network.",
}
"""A sentence for every refusal."""

_LOOSE = (
    # clue, pattern, what it says
    ("preflight", r"preflight|\bOPTIONS\b", "The text speaks of the preflight."),
    ("header-words", r"headers? .*(is|are) not allowed|collection of headers|allow-headers", "The text speaks of headers that are not allowed."),
    ("method-words", r"method .*not allowed(?! 405)|allow-methods", "The text speaks of a method that is not allowed."),
    ("credentials-words", r"allow-credentials|credential|withCredentials", "The text speaks of credentials."),
    ("origin-words", r"\borigin\b.*(not allowed|not permitted|rejected|denied|disallowed|invalid)|disallowed.*origin|invalid CORS|CORS rejected", "The text says that the origin is not allowed."),
    ("multiple-words", r"multiple values|more than one origin|(duplicated?|two)\b.{0,40}allow-origin|allow-origin.{0,40}(twice|duplicate)", "The text speaks of several values."),
    ("login-words", r"redirect.*(login|sign)|(login|sign-?in).*redirect|AADSTS", "The text speaks of signing in."),
    ("idp-words", r"AADSTS|token (redemption|endpoint)|client-type|invalid_request|invalid_client", "An identity provider refuses this kind of client."),
    ("token-words", r"missing authentication token|not authorized|\bexpired\b|verify_jwt|missing authorization", "The text speaks of a missing or refused token."),
    ("name-words", r"ENOTFOUND|getaddrinfo|could not resolve|name not resolved|failed host lookup", "The text says that a name is not known."),
    ("refused-words", r"ECONNREFUSED|connection refused", "The text says that nothing listened."),
    ("tls-words", r"certificate|self[- ]signed|\bTLS\b|\bSSL\b", "The text speaks of a certificate."),
    ("file-words", r"file://|origin '?null|double[- ]click", "The text speaks of a file or the origin null."),
    ("cache-words", r"\bcached?\b|\bCDN\b|cloudfront|\bVary\b", "The text speaks of a cache."),
    ("cookie-words", r"\bcookies?\b|samesite", "The text speaks of cookies."),
    ("font-words", r"\bfonts?\b", "The text speaks of fonts."),
    ("script-host-words", r"socket\.io", "The text speaks of Socket.IO."),
    ("wildcard-words", r"wildcard", "The text speaks of the wildcard."),
    ("authorization-words", r"\bauthorization\b", "The text speaks of Authorization."),
    ("local-words", r"private network|local network|address space|loopback", "The text speaks of the local network."),
)  # fmt: skip
_BESIDE = (
    # clue, pattern, what it says
    ("beside-bucket", r"\bS3\b|\bbuckets?\b|CORSConfiguration|\bAllowedOrigins?\b|\bgsutil\b|pre-?signed|signed[- ]url", "The text speaks of a storage bucket."),
    ("beside-blocker", r"ad[- ]?block|\bu?Block (origin|plus)|\bublock\b|adguard|privacy badger|ghostery|brave shields|tracking protection|noscript", "The text speaks of a blocker."),
    ("beside-cache", r"disable cache|(hard|force)[- ](refresh|reload)|clear(ed|ing)?( \w+){0,2} cache|(x-cache|cf-cache-status): ?hit|cached (response|version|copy|image)|ctrl ?\+ ?f5|purg(e|ed|ing) \w|invalidat(e|ed|ing|ion)\b[^.\n]{0,20}(cache|cdn|cloudfront)", "The text speaks of a cache."),
    ("beside-certificate", r"self[- ]signed|certificate", "The text speaks of a certificate."),
    ("beside-big", r"(file|body|payload|upload)s? (is |are )?(too )?(big|large)|too large|large (file|upload|payload|body)|file size|\b\d+ ?mb\b", "The text speaks of a large file or body."),
    ("beside-refused-origin", r"(invalid|disallowed) CORS (request|origin)|CORS rejected|not allowed by CORS(?! policy)|origin not allowed", "The server's own words refuse the origin."),
    ("beside-refused-names", r"disallowed CORS (headers?|method)|headers requested are not allowed", "The server's own words refuse a header or the method."),
    ("beside-gateway-route", r"missing authentication token", "The words beside the line are an API gateway's for a route that it lacks."),
    ("beside-boot", r"\bBOOT_ERROR\b|\bWORKER_LIMIT\b|worker boot|FUNCTION_INVOCATION_(FAILED|TIMEOUT)", "The words beside the line are a platform's for a function that did not run."),
    ("beside-function", r"edge functions?\b|cloud functions?\b|azure functions?\b|\blambda\b", "The text speaks of a function."),
    ("beside-slow", r"timed? ?out|time-?outs?\b|\b(more than|over|after|about|around) (\d+|a|one|two) ?(s|sec|seconds?|minutes?)\b", "The text speaks of an answer that takes long."),
    ("beside-exception", r"traceback \(most|\bSQLSTATE\b|NullReferenceException|\bat (java|org\.springframework)\.|server (log|console)[^.\n]{0,60}(error|exception)|internal server error", "The text speaks of an error in the server."),
    ("beside-deployed", r"\bdeploy(ed|ment|ing)?\b|\bproduction\b|\bpublic ip\b|\blive (site|server|version)\b|\bVPS\b|\bEC2\b|(my|an|the) ?other (phone|device|computer|machine|pc)|\bon my phone\b", "The text speaks of a page that is deployed."),
    ("beside-private-window", r"(works?|fine|ok|okay|good)\b[^.\n]{0,40}(incognito|private (window|mode|browsing|tab))|(incognito|private (window|mode|browsing|tab))[^.\n]{0,40}(works?|fine|ok|okay)\b", "It works in a private window."),
    ("beside-duplicate", r"access-control-allow-origin: ?[^\s,]+, ?\S", "A header with two values stands beside the line."),
    ("service-worker", r"service ?worker", "The text speaks of a service worker, which answers in the server's place."),
    ("redirect-word", r"redirect", "The text speaks of a redirect."),
    ("socket-io", r"socket\.io|transport=polling", "The text speaks of Socket.IO or its like, which has CORS settings of its own."),
    ("beside-signed-out", r"session (has )?expired|token (has )?expired|log(ged)? ?out|signed out", "The text speaks of an expired session."),
)  # fmt: skip
_STATUS = re.compile(
    r"(?:status(?: code)?|HTTP(?:/[\d.]+)?|returns?|returned|got|with)\W{0,4}([1-5]\d\d)\b", re.IGNORECASE
)
_LOOKED_AT = 20_000


def loose_clues(text: str) -> dict[str, str]:
    """Clues of a text in which no browser speaks: its words, and a status where it names one."""
    head = text[:_LOOKED_AT]
    found = {clue: says for clue, pattern, says in _LOOSE if re.search(pattern, head, re.IGNORECASE)}
    status = _STATUS.search(head) or re.search(r"\b([45]\d\d)\b \(?[A-Z][a-z]+", head)
    if status:
        says = f"The text names the status {status[1]}."
        found |= {f"status-{status[1]}": says, f"status-{status[1][0]}xx": says}
    if found or re.search(r"\bcors\b(?!-)|cross[- ]origin|blocked|failed", head, re.IGNORECASE):
        found["words"] = "The text is not a browser's own line."
    return found


def beside_clues(text: str) -> dict[str, str]:
    """Clues of what people write beside a browser's line."""
    return dict(_beside(text[:_LOOKED_AT]))


@lru_cache(maxsize=4)  # a screenful of failures stands in one text
def _beside(head: str) -> dict[str, str]:
    return {clue: says for clue, pattern, says in _BESIDE if re.search(pattern, head, re.IGNORECASE)}
