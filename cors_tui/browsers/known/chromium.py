"""Chromium, version 156."""

from __future__ import annotations

from cors_tui.browsers.browser import Browser
from cors_tui.browsers.dressing import chromium as dressing
from cors_tui.browsers.messages import chromium as messages
from cors_tui.standards.departures import Departure

DEPARTURES = frozenset({Departure.WILDCARD_COVERS_AUTHORIZATION})

BROWSER = Browser("chromium", "Chromium", "156", DEPARTURES, dressing.dress, messages.write, messages.read)
