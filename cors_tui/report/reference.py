"""The reference: symptom, cause and fix in one table, searchable by what stands in the console; and the topics."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cors_tui.diagnosis.cause import Cause, known_causes
from cors_tui.report.topics import TOPICS, Topic

_QUOTED_AND_URLS = re.compile(r"https?://\S+|<[^>]*>")
_WORD = re.compile(r"[a-z0-9*]+(?:[-_][a-z0-9*]+)*")
_COMMON = re.compile(r"an?|and|any|at|be|been|by|for|from|ha[sv]e?|in|is|its?|not?|of|on|only|or|so|that|the|to")
_LEAST_SHARE = 0.34


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the quick table. `explains` is the name of the cause whose page says more."""

    symptom: str
    cause: str
    fix: str
    explains: str


QUICK_TABLE = (
    Row(
        "No 'Access-Control-Allow-Origin' header is present on the requested resource",
        "the server sends no CORS headers",
        "switch on the server's CORS middleware, with your page's exact origin",
        "no-allow-origin",
    ),
    Row(
        "OPTIONS returns 404 or 405; It does not have HTTP ok status",
        "nothing answers the preflight",
        "register the CORS middleware before the routes; it answers OPTIONS by itself",
        "options-not-handled",
    ),
    Row(
        "OPTIONS returns 401 or 403",
        "authentication runs before CORS",
        "put CORS outside authentication",
        "auth-before-cors",
    ),
    Row(
        "net::ERR_FAILED 500 (or 502, 504) behind the CORS line",
        "the server failed; its error page has no CORS headers",
        "repair the error; then keep the headers on errors",
        "error-without-headers",
    ),
    Row(
        "net::ERR_FAILED 413, only for uploads",
        "the body is larger than a layer allows",
        "raise that layer's limit",
        "body-too-large",
    ),
    Row(
        "has a value that is not equal to the supplied origin",
        "another origin is listed: slash, scheme, port, www, localhost against 127.0.0.1",
        "list the origin exactly as the address bar has it",
        "origin-wrong-host-or-port",
    ),
    Row(
        "must not be the wildcard '*' when the request's credentials mode is 'include'",
        "`*` together with cookies",
        "answer with the one origin that asked, or leave credentials out",
        "wildcard-with-credentials",
    ),
    Row(
        "Access-Control-Allow-Credentials header in the response is '' which must be 'true'",
        "credentials are not switched on at the server",
        "switch them on, or leave credentials out of the request",
        "allow-credentials-missing",
    ),
    Row(
        "Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response",
        "the header is not in the server's list",
        "add its name to the allowed headers",
        "header-not-allowed",
    ),
    Row(
        "Method PUT is not allowed by Access-Control-Allow-Methods in preflight response",
        "the method is not in the server's list",
        "add it to the allowed methods",
        "method-not-allowed",
    ),
    Row(
        "header contains multiple values 'x, y', but only one is allowed",
        "two layers both add the header",
        "let exactly one layer send it",
        "doubled-by-two-layers",
    ),
    Row(
        "Redirect is not allowed for a preflight request",
        "the URL is redirected: slash, https, www, or a login page",
        "call the final URL; answer API calls with 401 instead of a login page",
        "redirect-preflight",
    ),
    Row(
        "works directly, not through the CDN or proxy",
        "a layer strips or overwrites the headers",
        "compare direct with through; repair that layer",
        "stripped-by-proxy",
    ),
    Row(
        "works sometimes; x-cache: Hit",
        "a cache keeps one origin's answer for all",
        "send Vary: Origin always, and purge the cache",
        "cached-without-vary",
    ),
    Row(
        "CORS request did not succeed, status code (null); net::ERR_CONNECTION_REFUSED",
        "the server was not reached at all",
        "start it, or call the port where it listens",
        "server-not-running",
    ),
    Row(
        "net::ERR_CERT_AUTHORITY_INVALID",
        "the certificate is not trusted",
        "have it trusted (mkcert), or renew it",
        "tls-not-trusted",
    ),
    Row(
        "works in Postman or curl, not in the browser",
        "only browsers ask for CORS headers",
        "ask with an Origin header, and send the CORS headers at the server",
        "no-allow-origin",
    ),
)
"""What people see, most frequent first. Each row leads to a cause's page."""


@dataclass(frozen=True, slots=True)
class Hit:
    """What a search found: a name `explain` knows, its title, the symptom that matched, and how well (0 to 1)."""

    name: str
    title: str
    symptom: str
    score: float


def topic(name: str) -> Topic | None:
    return next((each for each in TOPICS if each.name == name), None)


def search(text: str) -> tuple[Hit, ...]:
    """What the reference knows about `text` (a console line, a few words), best first, each name once."""
    words = _words(text)
    if not words:
        return ()
    best: dict[str, Hit] = {}
    for hit in _candidates(words):
        if hit.score >= _LEAST_SHARE and (hit.name not in best or best[hit.name].score < hit.score):
            best[hit.name] = hit
    return tuple(sorted(best.values(), key=lambda hit: -hit.score))


def _candidates(words: frozenset[str]) -> list[Hit]:
    causes = known_causes()
    hits = [_hit(row.explains, _title(row, causes), row.symptom, words) for row in QUICK_TABLE]
    for cause in causes.values():
        hits += [_hit(cause.name, cause.title, symptom, words) for symptom in (*cause.symptoms, cause.title)]
    hits += [_hit(each.name, each.title, f"{each.title} {each.name}", words) for each in TOPICS]
    return hits


def _title(row: Row, causes: dict[str, Cause]) -> str:
    return causes[row.explains].title if row.explains in causes else row.cause


def _hit(name: str, title: str, symptom: str, words: frozenset[str]) -> Hit:
    """A long console line is compared by the symptom's words, a short search by its own."""
    theirs = _words(symptom)
    common = len(theirs & words)
    return Hit(name, title, symptom, common / max(1, min(len(theirs), max(len(words), 2))))


def _words(text: str) -> frozenset[str]:
    """The telling words: without URLs and the smallest words."""
    found = _WORD.findall(_QUOTED_AND_URLS.sub(" ", text).lower())
    return frozenset(word for word in found if _COMMON.fullmatch(word) is None)
