"""Where engines depart from the Fetch standard, each as a named value.

An engine in `cors_tui.browsers.known` states which it has, with what was measured; algorithms ask for a departure by
name, never for an engine.
"""

from __future__ import annotations

from enum import Enum


class Departure(Enum):
    """One way an engine differs from the standard. The value is one sentence of what it does."""

    # The default hash of an enum's member is Python code, and members are looked up at every step of every fetch.
    __hash__ = object.__hash__

    # which request headers need a preflight
    CLIENT_HINTS_SAFELISTED = "takes well-formed client hints (DPR, Width, Save-Data, ...) as safelisted"
    CLIENT_HINTS_DROPPED_ON_REDIRECT = "drops client hints when a redirect leaves the page's origin"
    REPEATED_HEADERS_JOINED = "joins headers that script set twice before it judges and sends them"
    RANGE_REWRITTEN = "writes the Range header of a plain GET in its own form"
    HIGH_BYTES_SENT_AS_UTF8 = "sends characters from U+0080 in header values as UTF-8, not as one byte"
    BODY_TYPE_PASSES_NO_CORS = "sends a body's own Content-Type in no-cors mode though it is not safelisted"
    USER_AGENT_IGNORED = "drops a User-Agent that script set, silently"
    HIGH_BYTES_UNSAFE = "takes bytes from 0x80 in Accept and Content-Type as unsafe"
    COMMA_IN_CONTENT_TYPE_UNSAFE = "takes a Content-Type with a comma as several types, and so as unsafe"
    EMPTY_PARAMETER_UNSAFE = "takes a Content-Type with an empty parameter between two others as unsafe"
    XHR_CHARSET_REWRITTEN = "writes UTF-8 for the charset of a Content-Type that XMLHttpRequest sets, before it judges"
    RANGE_FITS_64_BITS = "takes a Range as unsafe whose numbers do not fit into 64 bits"
    RANGE_UNIT_ANY_CASE = "takes the unit of Range in any case"
    # the preflight
    UPLOAD_LISTENER_NEEDS_BODY = "preflights for an upload listener only where there is a body to upload"
    STATUS_BEFORE_CHECK = "looks at a preflight's status before its Access-Control-Allow-Origin"
    REDIRECT_BEFORE_CHECK = "refuses a redirected preflight before its Access-Control-Allow-Origin is looked at"
    PREFLIGHT_UNCHECKED_AT_HOME = "asks of a preflight to the page's own origin no Access-Control-Allow-Origin"
    WILDCARD_COVERS_AUTHORIZATION = "lets `*` in Access-Control-Allow-Headers cover Authorization"
    # redirects
    PREFLIGHT_KEEPS_PAGE_ORIGIN = "sends the page's origin, not `null`, in a preflight after a tainted redirect"
    PREFLIGHTS_FOR_DROPPED_HEADERS = "preflights after a redirect for headers that the redirect dropped, unnamed"
    PREFLIGHTS_NAME_HEADERS_DROPPED_EARLIER = "names again what an earlier redirect than the last one dropped"
    XHR_BODY_TYPE_OUTLIVES_REDIRECT = (
        "names the type of a body of XMLHttpRequest, dropped by a redirect, in every preflight if it is all there is "
        "to name, else in none"
    )
    PREFLIGHTS_NAME_DROPPED_HEADERS = "names in a preflight after a redirect the headers that the redirect dropped"
    BAD_LOCATION_ALWAYS_FAILS = "fails on a Location that is no URL before anything else is looked at"
    SPACE_IN_HOST_ESCAPED = "takes a space in the host of a Location as %20, not as a fault"
    ERROR_MODE_NEEDS_LOCATION = "takes a redirect without a Location as the answer even in redirect mode error"
    EMPTY_LOCATION_NOT_FOLLOWED = "takes a redirect with an empty Location as the answer"
    EMPTY_LOCATION_FAILS = "fails on a redirect with an empty Location"
    LOCATIONS_JOINED = "joins several Location headers into one URL"
    LOCATION_BYTES_KEPT = "percent-encodes the bytes of Location as they stand, not as UTF-8 of latin-1"
    LOCATION_TABS_KEPT = "percent-encodes a tab in Location instead of leaving it out"
    LOCATION_READ_AS_UTF8 = "reads Location as UTF-8 and its bytes again as latin-1"
    CREDENTIALS_OUTLIVE_REDIRECT = (
        "demands credentials to be allowed by a redirect that follows one of the page's origin"
    )
    REDIRECT_CREDENTIALS_LATE = (
        "looks at credentials in a redirect of the page's own origin after the next hop's policy and preflight"
    )
    KEEPALIVE_FOLLOWS_ONE_LESS = "follows 19 redirects of a request with the option keepalive, not 20"
    CROSS_ORIGIN_DELETE_BECOMES_GET = "makes a GET of a DELETE that a redirect sends to another origin"
    ORIGIN_OUTLIVES_METHOD = "goes on sending Origin within one origin when a redirect made a GET of the request"
    REFERRER_POLICY_KEEPS_ORIGIN = "sends Origin in no-cors mode whatever the referrer policy says"
    LAX_REFERRER_POLICIES_IGNORED = "takes lax referrer policies as the default one across sites"
    REDIRECT_CREDENTIALS_BEFORE_MODE = "refuses credentials in a Location before it looks at redirect mode error"
    REDIRECT_CREDENTIALS_NEVER = (
        "lets fetch() follow no redirect to a URL with credentials, not within one origin either"
    )
    # the preflight cache
    CACHED_WILDCARD_IS_LITERAL = "keeps `*` of a preflight's answer as a name, not as a wildcard"
    UNPARSABLE_MAX_AGE_IS_ZERO = "keeps nothing when Access-Control-Max-Age is there and no number"
    MAX_AGE_CAPPED_AT_TEN_MINUTES = "keeps a preflight's answer for 600 seconds at most"
    MAX_AGE_CAPPED_AT_TWO_HOURS = "keeps a preflight's answer for 7200 seconds at most"
    MAX_AGE_CAPPED_AT_ONE_DAY = "keeps a preflight's answer for 86400 seconds at most"
    NEGATIVE_MAX_AGE_IS_ZERO = "keeps nothing when Access-Control-Max-Age is negative"
    NAMES_HEADERS_IN_TABLE_ORDER = "names, of several headers not allowed, the first in the order of its own hash table"
    CACHED_WILDCARD_COVERS_AUTHORIZATION = "lets a kept `*` in Access-Control-Allow-Headers cover Authorization"
    TAINTED_ORIGINS_NOT_CACHED = "keeps no preflight's answer for the origin `null` that a redirect made"
    OPAQUE_ORIGINS_NOT_CACHED = "keeps no preflight's answer for the origin `null`"
    UNCACHED_REQUESTS_PREFLIGHT = "preflights anew what bypasses the HTTP cache (no-store, reload, conditional headers)"
    VALIDATED_REQUESTS_PREFLIGHT = "preflights anew what validates the HTTP cache (no-cache)"
    FAILURE_KEEPS_CACHE = "keeps a preflight's answer although the request after it failed"
    # neighbours
    LOOPBACK_IS_MIXED_CONTENT = "blocks http: on loopback from an https: page as mixed content, all but images"
    LOOPBACK_PAGES_MIX_IMAGES = "neither upgrades nor blocks http: images of an https: page on loopback"
    LOCAL_IS_NOT_MIXED_CONTENT = "warns of http: to a private address or a .local name from an https: page, no more"
    MIXED_CONTENT_LATE = (
        "looks at mixed content after the page's policy and the modes, and after the preflight of a redirect"
    )
    LOOPBACK_IS_UPGRADED = "upgrades loopback, too, where the page's policy upgrades"
    ADDRESSES_ARE_UPGRADED = "upgrades an image's http: URL to https: where its host is an address, too"
    PUBLIC_BY_POLICY = "takes a page as public whose policy says treat-as-public-address"
    NO_ADDRESS_REFUSED = "refuses a call to 0.0.0.0, but follows a redirect there"
    NO_ADDRESS_NEVER_REACHED = "reaches nobody at 0.0.0.0 and [::]"
    LOCAL_NETWORK_DENIED = "asks for permission before a public page reaches a local address, and is denied headless"
    LOCAL_NETWORK_ASKS = "asks the person before a public page reaches a local address, and waits"
    LOCAL_PAGES_REACH_LOOPBACK = "lets a page of the local network reach this machine without asking"
    TARGET_SPACE_CHECKED = "compares the option targetAddressSpace with the address that is reached"
    NO_SAME_SITE_MEANS_NONE = "sends cookies without SameSite across sites"
    THIRD_PARTY_COOKIES_BLOCKED = "sends no cookies of another site (it partitions them)"
    SCHEMES_SHARE_A_SITE = "takes http: and https: of one domain as the same site for cookies"
    SECURE_COOKIES_NEED_TLS = "sends Secure cookies over TLS only, not to loopback either"
    REDIRECTS_COUNT_FOR_SAME_SITE = "takes a request as cross-site once a redirect crossed sites"
    PREFLIGHT_BODY_MUST_END = "fails a preflight whose body is cut off"
    UNAUTHORIZED_BODY_MUST_END = "fails a 401 whose body is cut off"
    NO_CORS_DATA_MUST_FOLLOW = "refuses a data: URL in no-cors mode with another redirect mode than follow"
    DATA_URLS_KEEP_CAPITALS = "names the Content-Type of a data: URL to XMLHttpRequest with its capitals"
    DATA_URLS_HAVE_LENGTH = "gives the response of a data: URL a Content-Length"
    UNKNOWN_RESOURCE_POLICY_ALLOWS = "takes a Cross-Origin-Resource-Policy of no known value as open to all"
    OPAQUE_VALIDATED = "keeps an opaque response from an element unless it is an image, a style sheet or a script"
    OPAQUE_SNIFFED = "keeps an opaque response from an element that begins as HTML, XML or JSON"
    SVG_NEEDS_OK = "shows no SVG of an error status"
    BYTES_OUTRANK_SVG = "shows an image by its bytes although its type says SVG"
    IMAGES_MAY_BE_CUT = "shows an image whose body is cut off"
    FIRST_TYPE_COUNTS = "takes the first of several types in Content-Type, not the last"
    UNDECODABLE_TAKEN = "gives an element a body as it stands that is not in the coding it names"
    JPEG_XL_SHOWN = "shows JPEG XL images"
    HEIC_AND_TIFF_SHOWN = "shows HEIC and TIFF images"
    PDFS_ARE_IMAGES = "takes an image of type application/pdf for a PDF, whatever its bytes are"
    STYLES_OF_ANY_TYPE = "takes a style sheet of a wrong type as loaded"
    ELEMENTS_SEND_ORIGIN_AT_HOME = "sends Origin with an element's CORS request to the page's own origin too"
    IMPORTS_SEND_ORIGIN_AT_HOME = "sends Origin with import() of the page's own origin too"
    UPGRADED_REDIRECT_TAINTS = "compares the origin of a redirect's target before it is upgraded to https:"
    FONTS_WITHOUT_CORS = "loads fonts without CORS"
    # the wire
    SWITCHING_FAILS = "fails on a 101 that nobody asked for"
    DISPOSITIONS_FAIL = "fails on several Content-Disposition headers that differ"
    LOCATIONS_MUST_AGREE = "fails on several Location headers that differ, whatever the status"
    PROXY_AUTH_FAILS = "fails on a 407 that no proxy sent"
    HTTP_0_9_READ = "takes bytes without a status line as the body of an HTTP/0.9 response, on default ports"
    HTTP_0_9_READ_ON_ANY_PORT = "takes bytes without a status line as the body of an HTTP/0.9 response"
    SPACE_BEFORE_COLON_SKIPPED = "skips a header with space between its name and its colon"
    SPACE_BEFORE_COLON_TRIMMED = "trims space between a header's name and its colon"
    BARE_CR_READ = "takes a bare CR as the end of a line"
    JUNK_STATUS_READ = "takes a status code that is none as 200"
    JUNK_BEFORE_READ = "skips a few bytes of junk before the status line"
    ICY_READ = "reads a status line that begins with ICY"
    UNFINISHED_HEAD_READ = "takes a head that the connection's end cut off"
    UNFINISHED_PLAIN_HEAD_READ = "takes a head that the connection's end cut off, but not over TLS"
    LOW_STATUS_FAILS = "fails on a status code below 100"
    ODD_VERSION_FAILS = "fails on a status line of another version than HTTP/1.0 and HTTP/1.1"
    ODD_VERSION_IS_HTTP_0_9 = "takes a status line without HTTP/x.y in capitals as the body of an HTTP/0.9 response"
    NUL_IN_NAME_SKIPPED = "skips a header with a NUL in its name"
    BROKEN_CHUNK_FAILS = "fails on a chunk whose size is none, not only its body"
    OPAQUE_BODY_MUST_END = "fails an opaque response whose body is cut off"
    DIFFERENT_LENGTHS_READ = "takes the first of differing Content-Length values"


Departures = frozenset[Departure]

NO_DEPARTURES: Departures = frozenset()
