"""Safari, version 2.50 (WebKitGTK)."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import webkit as dressing
from cors_tui.browsers.messages import webkit as messages
from cors_tui.standards.departures import Departure

DEPARTURES = frozenset({Departure.WILDCARD_COVERS_AUTHORIZATION})

BROWSER = Browser("webkit", "Safari", "2.50 (WebKitGTK)", DEPARTURES, dressing.dress, messages.write, messages.read)
