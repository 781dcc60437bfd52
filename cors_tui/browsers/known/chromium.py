"""Chromium, version 156."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import chromium as dressing
from cors_tui.browsers.messages import chromium as messages
from cors_tui.standards.departures import Departure

DEPARTURES = frozenset(
    {
        Departure.WILDCARD_COVERS_AUTHORIZATION,
        Departure.CLIENT_HINTS_SAFELISTED,
        Departure.USER_AGENT_IGNORED,
        Departure.REDIRECT_BEFORE_CHECK,
        Departure.EMPTY_LOCATION_NOT_FOLLOWED,
        Departure.REDIRECT_CREDENTIALS_NEVER,
        Departure.NEGATIVE_MAX_AGE_IS_ZERO,
        Departure.FAILURE_KEEPS_CACHE,
        Departure.LOCAL_NETWORK_DENIED,
        Departure.TARGET_SPACE_CHECKED,
        Departure.PROXY_AUTH_FAILS,
        Departure.CLIENT_HINTS_DROPPED_ON_REDIRECT,
        Departure.REPEATED_HEADERS_JOINED,
        Departure.RANGE_REWRITTEN,
        Departure.ORIGIN_KEPT_ON_DOWNGRADE,
        Departure.LOCATION_BYTES_KEPT,
        Departure.SPACE_BEFORE_COLON_TRIMMED,
        Departure.BARE_CR_READ,
        Departure.JUNK_STATUS_READ,
        Departure.JUNK_BEFORE_READ,
        Departure.ICY_READ,
        Departure.UNFINISHED_HEAD_READ,
    }
)

BROWSER = Browser("chromium", "Chromium", "156", DEPARTURES, dressing.dress, messages.write, messages.read)
