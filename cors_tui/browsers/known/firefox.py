"""Firefox, version 153 ESR: how it departs from the standards, each with what was measured."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import firefox as dressing
from cors_tui.browsers.messages import firefox as messages
from cors_tui.standards.departures import Departure, Departures

SEEN: dict[Departure, str] = {
    Departure.REPEATED_HEADERS_JOINED: (
        "Accept twice with 100 characters each: a preflight for accept, one header of 202 characters."
    ),
    Departure.HIGH_BYTES_UNSAFE: "Accept: é and Content-Type: text/plain;é each caused a preflight.",
    Departure.COMMA_IN_CONTENT_TYPE_UNSAFE: "Content-Type: text/plain;a=b,c caused a preflight.",
    Departure.EMPTY_PARAMETER_UNSAFE: "Content-Type: text/plain;; caused a preflight.",
    Departure.RANGE_FITS_64_BITS: "Range: bytes=0- and a number of twenty digits: a preflight.",
    Departure.LAX_REFERRER_POLICIES_IGNORED: (
        "no-cors POST with unsafe-url from https: to http://localhost:8000: Origin: null, with a warning."
    ),
    Departure.SCHEMES_SHARE_A_SITE: "http: page to https: of the same domain: cookies of SameSite Lax and Strict went.",
    Departure.DISPOSITIONS_FAIL: "Two differing Content-Disposition: rejected.",
    Departure.WILDCARD_COVERS_AUTHORIZATION: (
        "Authorization with Access-Control-Allow-Headers: * and credentials omitted: resolved, with a "
        "warning on the console."
    ),
    Departure.LOCATION_TABS_KEPT: "Location with a tab in its query: %09 on the wire.",
    Departure.LOCATION_BYTES_KEPT: "Location with byte E9 in its query: %E9 on the wire.",
    Departure.PREFLIGHT_KEEPS_PAGE_ORIGIN: (
        "PUT redirected from API to a third origin: OPTIONS with the page's Origin, PUT with Origin: null."
    ),
    Departure.PREFLIGHT_UNCHECKED_AT_HOME: (
        "PUT redirected from the API back to the page's origin, whose OPTIONS had no Access-Control-Allow-Origin: sent."
    ),
    Departure.PREFLIGHTS_FOR_DROPPED_HEADERS: (
        "PUT answered 303: OPTIONS for GET without Access-Control-Request-Headers, then GET."
    ),
    Departure.XHR_BODY_TYPE_OUTLIVES_REDIRECT: (
        "XMLHttpRequest POST of a Blob of JSON answered 302: OPTIONS for GET names content-type; with X-API-Key set, "
        "it names that alone."
    ),
    Departure.PREFLIGHTS_NAME_HEADERS_DROPPED_EARLIER: (
        "POST of JSON to the API, 302 to GET, 302 again: the first preflight after it names no content-type, the "
        "second does."
    ),
    Departure.UNCACHED_REQUESTS_PREFLIGHT: "One POST with If-None-Match and a custom header twice: two preflights.",
    Departure.LOCATIONS_MUST_AGREE: "200, and redirect manual, with two differing Location: rejected.",
    Departure.ODD_VERSION_IS_HTTP_0_9: "`http/1.1 200 OK` and `HTTP 200 OK`: status 200 without headers.",
    Departure.NUL_IN_NAME_SKIPPED: "`X<NUL>A: 1` before Access-Control-Allow-Origin: resolved.",
    Departure.BROKEN_CHUNK_FAILS: "A chunk of size `zz`: rejected, in a preflight too.",
    Departure.OPAQUE_BODY_MUST_END: "no-cors and a body cut off: rejected, nothing on the console.",
    Departure.CACHED_WILDCARD_IS_LITERAL: "Allow-Headers: * and the same PUT with a header twice: two preflights.",
    Departure.UNPARSABLE_MAX_AGE_IS_ZERO: (
        "Access-Control-Max-Age abc, 1.5, or twice, and the same PUT twice: two preflights."
    ),
    Departure.MAX_AGE_CAPPED_AT_ONE_DAY: "Not measured: a day in its source.",
    Departure.NEGATIVE_MAX_AGE_IS_ZERO: "Access-Control-Max-Age: -1 and the same PUT twice: two preflights.",
    Departure.NO_ADDRESS_NEVER_REACHED: 'http://0.0.0.0:8000 and [::]: "CORS request did not succeed".',
    Departure.LOCAL_NETWORK_ASKS: (
        'A page of a public address to 127.0.0.1: "Local Network Access permission required", the promise '
        "stayed pending."
    ),
    Departure.LOCAL_PAGES_REACH_LOOPBACK: (
        'Pages of 192.168.1.4 and 10.0.0.5 to 127.0.0.1: resolved, with "Local Network Access detected" on the console.'
    ),
    Departure.LOOPBACK_PAGES_MIX_IMAGES: "Images of http://8.8.8.9 and 192.168.1.6 on https://127.0.0.1: sent so.",
    Departure.ADDRESSES_ARE_UPGRADED: "An image of http://192.168.1.6 on an https: page: asked for over https:.",
    Departure.NO_SAME_SITE_MEANS_NONE: (
        "After a redirect across sites and back, the cookie without SameSite was sent, Lax and Strict were not."
    ),
    Departure.THIRD_PARTY_COOKIES_BLOCKED: (
        "credentials include to third.test: none of the cookies it had set as a first party."
    ),
    Departure.REDIRECTS_COUNT_FOR_SAME_SITE: (
        "After a redirect across sites and back, cookies of SameSite Lax and Strict were not sent."
    ),
    Departure.UNKNOWN_RESOURCE_POLICY_ALLOWS: (
        "no-cors, Cross-Origin-Resource-Policy: Same-Origin, of a page that requires the header: resolved."
    ),
    Departure.OPAQUE_VALIDATED: (
        "A no-cors script of text/html: by OpaqueResponseBlocking blocked with body <p>, run with a script's."
    ),
    Departure.SVG_NEEDS_OK: "An SVG image of a 404 and of a 500: the error event came; of a 203, it loaded.",
    Departure.IMAGES_MAY_BE_CUT: "An image ten bytes shorter than its Content-Length: the load event came.",
    Departure.BYTES_OUTRANK_SVG: "PNG bytes of type image/svg+xml: the load event came.",
    Departure.UPGRADED_REDIRECT_TAINTS: (
        "An image of the API redirected to http: of the same host: fetched over https:, with Origin: null."
    ),
    Departure.SPACE_BEFORE_COLON_SKIPPED: (
        "`Access-Control-Allow-Credentials :` of the page's own origin: not among the visible headers."
    ),
    Departure.JUNK_BEFORE_READ: "Up to four bytes before the status line: resolved.",
    Departure.HTTP_0_9_READ_ON_ANY_PORT: 'An answer of "hello there": status 200 without headers, on every port.',
    Departure.ICY_READ: "`ICY 200 OK`: resolved.",
    Departure.UNFINISHED_HEAD_READ: "Connection closed before the empty line: resolved.",
    Departure.DATA_URLS_KEEP_CAPITALS: (
        "XMLHttpRequest of data:,x: Content-Type among the visible headers; of http: URLs all in small letters."
    ),
    Departure.DATA_URLS_HAVE_LENGTH: "fetch of a data: URL: content-length among the visible headers.",
}
"""What the engine did when each departure was measured."""

DEPARTURES: Departures = frozenset(SEEN)

BROWSER = Browser("firefox", "Firefox", "153", DEPARTURES, dressing.dress, messages.write, messages.read)
