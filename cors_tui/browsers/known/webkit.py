"""Safari, measured as WebKitGTK 2.50: how it departs from the standards, each with what was measured."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import webkit as dressing
from cors_tui.browsers.messages import webkit as messages
from cors_tui.standards.departures import Departure, Departures

SEEN: dict[Departure, str] = {
    Departure.REPEATED_HEADERS_JOINED: (
        "Accept twice with 100 characters each: a preflight for accept, one header of 202 characters."
    ),
    Departure.RANGE_UNIT_ANY_CASE: "Range: Bytes=0-9 caused no preflight.",
    Departure.HIGH_BYTES_SENT_AS_UTF8: "Accept: é arrived as bytes C3 A9.",
    Departure.BODY_TYPE_PASSES_NO_CORS: "no-cors POST of a Blob of application/json: its Content-Type was sent.",
    Departure.STATUS_BEFORE_CHECK: (
        'OPTIONS answered 404 without any header: "Preflight response is not successful. Status code: 404".'
    ),
    Departure.WILDCARD_COVERS_AUTHORIZATION: (
        "Authorization with Access-Control-Allow-Headers: * and credentials omitted: resolved, nothing on the console."
    ),
    Departure.PREFLIGHT_BODY_MUST_END: "OPTIONS answered 200 with its body cut off: rejected.",
    Departure.UNAUTHORIZED_BODY_MUST_END: "401 with its body cut off: rejected.",
    Departure.PREFLIGHTS_FOR_DROPPED_HEADERS: "PURGE answered 303: OPTIONS for the GET that follows.",
    Departure.PREFLIGHTS_NAME_DROPPED_HEADERS: (
        "Authorization dropped by a redirect across origins: named in the preflight, not sent."
    ),
    Departure.EMPTY_LOCATION_FAILS: ("302 with an empty Location: rejected after one request, nothing on the console."),
    Departure.LOCATIONS_JOINED: ("Two Location headers: the next request was for both, joined with a comma."),
    Departure.LOCATION_READ_AS_UTF8: "Location with byte E9 in its query: %C3%AF%C2%BF%C2%BD on the wire.",
    Departure.CREDENTIALS_OUTLIVE_REDIRECT: (
        'Page to its own origin, to the API, to a third origin: "Credentials flag is true" at the API\'s redirect.'
    ),
    Departure.REDIRECT_CREDENTIALS_LATE: (
        "PUT of the page's own origin redirected to user:pass@third.test: an OPTIONS arrived there, then it was denied."
    ),
    Departure.NO_CORS_DATA_MUST_FOLLOW: "no-cors, redirect manual and a data: URL: rejected.",
    Departure.ERROR_MODE_NEEDS_LOCATION: "redirect: error and a 302 without Location: resolved with the 302.",
    Departure.XHR_CHARSET_REWRITTEN: ("XMLHttpRequest with text/plain; charset= and 120 characters: no preflight."),
    Departure.SWITCHING_FAILS: "101 as the answer to a GET: rejected.",
    Departure.LOW_STATUS_FAILS: "Status 20, 000 and 099: rejected.",
    Departure.ODD_VERSION_FAILS: "`HTTP/1.2 200 OK`, `HTTP/2 200 OK` and `http/1.1 200 OK`: rejected.",
    Departure.ICY_READ: "`ICY 200 OK`: resolved.",
    Departure.RANGE_FITS_64_BITS: "Range: bytes=0-99999999999999999999: preflighted.",
    Departure.CROSS_ORIGIN_DELETE_BECOMES_GET: "DELETE answered 307 to another origin: a GET arrived there.",
    Departure.ORIGIN_OUTLIVES_METHOD: "no-cors POST answered 303 within the API's origin: the GET carried Origin.",
    Departure.CACHED_WILDCARD_COVERS_AUTHORIZATION: (
        "Authorization with Access-Control-Allow-Headers: * and the same GET twice: one preflight."
    ),
    Departure.TAINTED_ORIGINS_NOT_CACHED: (
        "A PUT redirected to a third origin twice: at the third origin two preflights; of a sandboxed page one."
    ),
    Departure.MAX_AGE_CAPPED_AT_TEN_MINUTES: "Not measured: ten minutes in its source.",
    Departure.NEGATIVE_MAX_AGE_IS_ZERO: "Access-Control-Max-Age: -1 and the same PUT twice: two preflights.",
    Departure.LOOPBACK_IS_MIXED_CONTENT: "https: page to http://127.0.0.1:8000: blocked as insecure content.",
    Departure.MIXED_CONTENT_LATE: "https: page, PUT redirected to http: an OPTIONS arrived before it was blocked.",
    Departure.LOOPBACK_IS_UPGRADED: "upgrade-insecure-requests and http://localhost/: asked for over https:.",
    Departure.NO_ADDRESS_REFUSED: (
        "http://0.0.0.0:8000: not allowed to use the restricted network host; a redirect there was followed."
    ),
    Departure.NO_SAME_SITE_MEANS_NONE: ("credentials include to third.test: the cookie without SameSite was sent."),
    Departure.SCHEMES_SHARE_A_SITE: "Not measured: its source compares registrable domains without their schemes.",
    Departure.SECURE_COOKIES_NEED_TLS: (
        "credentials include to http://localhost:8000: the Secure cookie was not sent."
    ),
    Departure.ELEMENTS_SEND_ORIGIN_AT_HOME: (
        "An image, a script and styles with crossorigin, and a module, of the page's own origin: Origin was sent."
    ),
    Departure.FIRST_TYPE_COUNTS: "A style sheet of text/css, text/html: loaded; of text/html, text/css: refused.",
    Departure.UNDECODABLE_TAKEN: "A script and an image with Content-Encoding: gzip that are in none: loaded.",
    Departure.JPEG_XL_SHOWN: "Not measured: Safari does since 17, its engine as Debian builds it does not.",
    Departure.HEIC_AND_TIFF_SHOWN: "Not measured: Safari does, its engine as Debian builds it does not.",
    Departure.PDFS_ARE_IMAGES: "PNG bytes of type application/pdf: the error event came.",
    Departure.FONTS_WITHOUT_CORS: (
        "FontFace across origins: loaded without Access-Control-Allow-Origin; no Origin, with cookies."
    ),
    Departure.DIFFERENT_LENGTHS_READ: "Two differing Content-Length: resolved.",
}
"""What the engine did when each departure was measured."""

DEPARTURES: Departures = frozenset(SEEN)

DOCUMENTED: Departures = frozenset({Departure.THIRD_PARTY_COOKIES_BLOCKED})
"""Safari blocks third-party cookies; WebKitGTK, in which it was measured, has no tracking prevention.

https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/
"""

BROWSER = Browser(
    "webkit", "Safari", "2.50 (WebKitGTK)", DEPARTURES, dressing.dress, messages.write, messages.read, DOCUMENTED
)
