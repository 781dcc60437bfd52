"""Firefox, version 153."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import firefox as dressing
from cors_tui.browsers.messages import firefox as messages
from cors_tui.standards.departures import Departure

DEPARTURES = frozenset(
    {
        Departure.WILDCARD_COVERS_AUTHORIZATION,
        Departure.HIGH_BYTES_UNSAFE_IN_ACCEPT,
        Departure.NO_TOTAL_LENGTH,
        Departure.PREFLIGHT_KEEPS_PAGE_ORIGIN,
        Departure.PREFLIGHTS_FOR_DROPPED_HEADERS,
        Departure.CACHED_WILDCARD_IS_LITERAL,
        Departure.UNPARSABLE_MAX_AGE_IS_ZERO,
        Departure.NEGATIVE_MAX_AGE_IS_ZERO,
        Departure.LOCAL_NETWORK_ASKS,
        Departure.NO_SAME_SITE_MEANS_NONE,
        Departure.THIRD_PARTY_COOKIES_BLOCKED,
        Departure.REDIRECTS_COUNT_FOR_SAME_SITE,
        Departure.REPEATED_HEADERS_JOINED,
        Departure.LOCATION_BYTES_KEPT,
        Departure.JUNK_BEFORE_READ,
        Departure.ICY_READ,
        Departure.DATA_URLS_HAVE_LENGTH,
        Departure.UNFINISHED_HEAD_READ,
    }
)

BROWSER = Browser("firefox", "Firefox", "153", DEPARTURES, dressing.dress, messages.write, messages.read)
