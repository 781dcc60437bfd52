"""What is done with a response: the destination of a request, as Sec-Fetch-Dest names it.

https://fetch.spec.whatwg.org/#concept-request-destination and
https://w3c.github.io/webappsec-fetch-metadata/#sec-fetch-dest-header
"""

from __future__ import annotations

from cors_tui.standards.request import Initiator

_DESTINATIONS = {
    Initiator.SCRIPT: "script",
    Initiator.MODULE: "script",
    Initiator.IMPORT: "script",
    Initiator.STYLESHEET: "style",
    Initiator.IMAGE: "image",
    Initiator.FONT: "font",
}


def destination(initiator: Initiator) -> str:
    """Sec-Fetch-Dest; what script asks for itself has none, which is called empty."""
    return _DESTINATIONS.get(initiator, "empty")
