"""Chromium, version 156: how it departs from the standards, each with what was measured."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import chromium as dressing
from cors_tui.browsers.messages import chromium as messages
from cors_tui.standards.departures import Departure, Departures

SEEN: dict[Departure, str] = {
    Departure.CLIENT_HINTS_SAFELISTED: (
        "GET with Viewport-Width, DPR, Width, Device-Memory, Save-Data or Intervention: no OPTIONS, the "
        "header was sent."
    ),
    Departure.CLIENT_HINTS_DROPPED_ON_REDIRECT: (
        "Viewport-Width gone after a redirect within third.test; Width kept on the way back to the page's own origin."
    ),
    Departure.REPEATED_HEADERS_JOINED: (
        "Accept twice with 100 characters each: a preflight for accept, one header of 202 characters."
    ),
    Departure.RANGE_REWRITTEN: (
        "GET with `bytes = 0-5` or `Bytes=0-5`: `bytes=0-5` on the wire; other methods and GET with "
        "If-Modified-Since kept it."
    ),
    Departure.USER_AGENT_IGNORED: "User-Agent set to x: no OPTIONS, the browser's own value was sent.",
    Departure.REDIRECT_BEFORE_CHECK: (
        'OPTIONS answered 301 without any header: "Redirect is not allowed for a preflight request".'
    ),
    Departure.WILDCARD_COVERS_AUTHORIZATION: (
        "Authorization with Access-Control-Allow-Headers: * and credentials omitted: resolved, nothing on the console."
    ),
    Departure.EMPTY_LOCATION_NOT_FOLLOWED: "302 with an empty Location: resolved with status 302.",
    Departure.LOCATION_BYTES_KEPT: "Location with byte E9 in its query: %E9 on the wire.",
    Departure.REDIRECT_CREDENTIALS_NEVER: (
        "A same-origin fetch redirected to user:pass@ in the same origin: rejected, nothing on the console; "
        "XMLHttpRequest follows it."
    ),
    Departure.REFERRER_POLICY_KEEPS_ORIGIN: (
        "no-cors POST with no-referrer, or from https: to http://localhost:8080: Origin: https://app.example.test."
    ),
    Departure.BAD_LOCATION_ALWAYS_FAILS: (
        "A Location of https://[ with redirect manual, in a preflight, or without Access-Control-Allow-Origin: "
        "ERR_INVALID_REDIRECT."
    ),
    Departure.SPACE_IN_HOST_ESCAPED: "A Location of `http://a b/`: mixed content of http://a%20b/.",
    Departure.KEEPALIVE_FOLLOWS_ONE_LESS: "keepalive and 20 redirects: ERR_TOO_MANY_REDIRECTS; without it, resolved.",
    Departure.ERROR_MODE_NEEDS_LOCATION: "redirect error and a 302 without Location: resolved with status 302.",
    Departure.NAMES_HEADERS_IN_TABLE_ORDER: (
        "PUT with X-Requested-With and a JSON body, neither allowed: it names x-requested-with, not content-type."
    ),
    Departure.OPAQUE_ORIGINS_NOT_CACHED: "One PUT twice of a sandboxed page, or after a redirect: two preflights.",
    Departure.UNCACHED_REQUESTS_PREFLIGHT: "One POST with If-None-Match and a custom header twice: two preflights.",
    Departure.VALIDATED_REQUESTS_PREFLIGHT: "One PUT in cache mode no-cache twice: two preflights.",
    Departure.UPLOAD_LISTENER_NEEDS_BODY: "XMLHttpRequest GET with an upload listener: no preflight.",
    Departure.XHR_CHARSET_REWRITTEN: (
        "XMLHttpRequest with text/plain; charset= and 120 characters: no preflight, charset=UTF-8 on the wire."
    ),
    Departure.RANGE_FITS_64_BITS: "Range: bytes=0- and a number of twenty digits: a preflight.",
    Departure.SWITCHING_FAILS: "101 as the answer to a GET: ERR_INVALID_HTTP_RESPONSE.",
    Departure.DISPOSITIONS_FAIL: "Two differing: ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION.",
    Departure.MAX_AGE_CAPPED_AT_TWO_HOURS: "Not measured: two hours in its source.",
    Departure.NEGATIVE_MAX_AGE_IS_ZERO: "Access-Control-Max-Age: -1 and the same PUT twice: two preflights.",
    Departure.FAILURE_KEEPS_CACHE: (
        "An actual response without Access-Control-Allow-Origin, then the same PUT: no second preflight."
    ),
    Departure.LOCAL_NETWORK_DENIED: (
        "A page of a public address to 127.0.0.1: LocalNetworkAccessPermissionDenied; from http: "
        "InsecureLocalNetwork. Headed, it asks."
    ),
    Departure.LOCAL_PAGES_REACH_LOOPBACK: "Pages of 192.168.1.4, 10.0.0.5 and [fd00::4] to 127.0.0.1: resolved.",
    Departure.LOCAL_IS_NOT_MIXED_CONTENT: (
        "https: page to http://192.168.1.6, [fd00::7], 0.0.0.0 and printer.local: a warning; to nas.lan, a name of the "
        "same address: blocked."
    ),
    Departure.PUBLIC_BY_POLICY: "Page of 192.168.1.4 with treat-as-public-address to 127.0.0.1: denied.",
    Departure.TARGET_SPACE_CHECKED: (
        'targetAddressSpace "local" to 127.0.0.1: InvalidLocalNetworkAccess, nothing was sent.'
    ),
    Departure.PROXY_AUTH_FAILS: "407 from the server itself: ERR_UNEXPECTED_PROXY_AUTH.",
    Departure.LOCATIONS_MUST_AGREE: "200 with two differing Location: ERR_RESPONSE_HEADERS_MULTIPLE_LOCATION.",
    Departure.JPEG_XL_SHOWN: "A JPEG XL of 8 by 8 pixels in an image: the load event came.",
    Departure.OPAQUE_SNIFFED: (
        "A no-cors script of text/javascript that begins as for(;;); or <p>: the error event, nothing on the console; "
        "of text/html with any other body: the load event."
    ),
    Departure.STYLES_OF_ANY_TYPE: "A style sheet of text/html: its load event came.",
    Departure.IMPORTS_SEND_ORIGIN_AT_HOME: "import() of the page's own origin: Origin was sent.",
    Departure.ELEMENTS_SEND_ORIGIN_AT_HOME: "An image with crossorigin of the page's own origin: Origin was sent.",
    Departure.SPACE_BEFORE_COLON_TRIMMED: "`Access-Control-Allow-Origin<TAB>:` resolved.",
    Departure.BARE_CR_READ: "Header lines that end with CR alone: resolved.",
    Departure.JUNK_STATUS_READ: "A status line without three digits: resolved with 200.",
    Departure.JUNK_BEFORE_READ: "Up to four bytes before the status line: resolved.",
    Departure.REDIRECT_CREDENTIALS_BEFORE_MODE: (
        "redirect error and a Location with user:pass@: RedirectContainsCredentials, with an empty location."
    ),
    Departure.HTTP_0_9_READ: 'An answer of "hello there" on port 443: "No Access-Control-Allow-Origin header".',
    Departure.UNFINISHED_PLAIN_HEAD_READ: "Connection closed before the empty line: resolved (not over TLS).",
}
"""What the engine did when each departure was measured."""

DEPARTURES: Departures = frozenset(SEEN)

BROWSER = Browser("chromium", "Chromium", "156", DEPARTURES, dressing.dress, messages.write, messages.read)
