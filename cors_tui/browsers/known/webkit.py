"""Safari, version 2.50 (WebKitGTK)."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import webkit as dressing
from cors_tui.browsers.messages import webkit as messages
from cors_tui.standards.departures import Departure

DEPARTURES = frozenset(
    {
        Departure.WILDCARD_COVERS_AUTHORIZATION,
        Departure.STATUS_BEFORE_CHECK,
        Departure.RANGE_UNIT_ANY_CASE,
        Departure.PREFLIGHTS_NAME_DROPPED_HEADERS,
        Departure.NEGATIVE_MAX_AGE_IS_ZERO,
        Departure.LOOPBACK_IS_MIXED_CONTENT,
        Departure.NO_SAME_SITE_MEANS_NONE,
        Departure.SECURE_COOKIES_NEED_TLS,
        Departure.FONTS_WITHOUT_CORS,
        Departure.REPEATED_HEADERS_JOINED,
        Departure.HIGH_BYTES_SENT_AS_UTF8,
        Departure.BODY_TYPE_PASSES_NO_CORS,
        Departure.PREFLIGHTS_FOR_DROPPED_HEADERS,
        Departure.EMPTY_LOCATION_FAILS,
        Departure.LOCATIONS_JOINED,
        Departure.LOCATION_READ_AS_UTF8,
        Departure.CREDENTIALS_OUTLIVE_REDIRECT,
        Departure.PREFLIGHT_BODY_MUST_END,
        Departure.UNAUTHORIZED_BODY_MUST_END,
        Departure.DIFFERENT_LENGTHS_READ,
    }
)

BROWSER = Browser("webkit", "Safari", "2.50 (WebKitGTK)", DEPARTURES, dressing.dress, messages.write, messages.read)
