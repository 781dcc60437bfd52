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
    }
)

BROWSER = Browser("webkit", "Safari", "2.50 (WebKitGTK)", DEPARTURES, dressing.dress, messages.write, messages.read)
