"""Firefox, version 153."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import firefox as dressing
from cors_tui.browsers.messages import firefox as messages
from cors_tui.standards.departures import Departure

DEPARTURES = frozenset({Departure.WILDCARD_COVERS_AUTHORIZATION})

BROWSER = Browser("firefox", "Firefox", "153", DEPARTURES, dressing.dress, messages.write, messages.read)
