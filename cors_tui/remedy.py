"""Remedies: the kinds of change that help, and the place where each is made. A closed list.

Causes name remedies; frameworks implement those whose place is the server or the proxy.
"""

from __future__ import annotations

from enum import Enum


class Place(Enum):
    """Where a person makes the change."""

    SERVER = "in the server's code"
    PROXY = "at the proxy or CDN"
    PAGE = "in the page's code"
    MACHINE = "on this machine"
    NOWHERE = "nothing to change"


class Remedy(Enum):
    """(code, place, what it is in one phrase)"""

    SEND_POLICY = ("send-policy", Place.SERVER, "send the CORS headers")
    ANSWER_PREFLIGHT = ("answer-preflight", Place.SERVER, "answer the preflight before routes and authentication")
    KEEP_ON_ERRORS = ("keep-on-errors", Place.SERVER, "keep the CORS headers on error responses")
    SEND_ONCE = ("send-once", Place.SERVER, "let exactly one layer send the headers")
    STOP_REDIRECT = ("stop-redirect", Place.SERVER, "answer at the requested URL instead of redirecting")
    REPAIR_ERROR = ("repair-error", Place.SERVER, "repair what makes the server fail; the headers follow")
    VARY_ON_ORIGIN = ("vary-on-origin", Place.SERVER, "send `Vary: Origin` with every answer")
    ALLOW_EMBEDDING = (
        "allow-embedding",
        Place.SERVER,
        "send `Cross-Origin-Resource-Policy: cross-origin` with the file",
    )
    ANSWER_THE_FILE = ("answer-the-file", Place.SERVER, "answer with the file itself, under its own type")
    SET_COOKIE = ("set-cookie", Place.SERVER, "set the cookie so that it may be sent across sites")
    OWN_AT_PROXY = ("own-at-proxy", Place.PROXY, "let the proxy own CORS")
    PASS_THROUGH = ("pass-through", Place.PROXY, "let the proxy pass the headers through")
    CACHE_PER_ORIGIN = ("cache-per-origin", Place.PROXY, "cache one answer per Origin, or none")
    RAISE_LIMIT = ("raise-limit", Place.PROXY, "raise the limit the proxy enforces")
    CHANGE_URL = ("change-url", Place.PAGE, "call the right URL")
    CHANGE_CREDENTIALS = ("change-credentials", Place.PAGE, "change the request's credentials mode")
    CHANGE_REQUEST = ("change-request", Place.PAGE, "change the method, the headers or the body of the request")
    SERVE_PAGE = ("serve-page", Place.PAGE, "serve the page from a server")
    CHANGE_PAGE_POLICY = ("change-page-policy", Place.PAGE, "change the page's own policy")
    START_SERVER = ("start-server", Place.MACHINE, "start the server, or call the port where it is")
    TRUST_CERTIFICATE = ("trust-certificate", Place.MACHINE, "have the certificate trusted")
    ALLOW_LOCAL_NETWORK = ("allow-local-network", Place.MACHINE, "allow local network access for the page")
    CLEAR_CACHE = ("clear-cache", Place.MACHINE, "clear the browser's cache")
    DISABLE_BLOCKER = ("disable-blocker", Place.MACHINE, "switch off the blocker for this page")
    NONE = ("none", Place.NOWHERE, "nothing")

    def __init__(self, code: str, place: Place, phrase: str) -> None:
        self.code = code
        self.place = place
        self.phrase = phrase
