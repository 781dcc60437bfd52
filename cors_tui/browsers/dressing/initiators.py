"""What differs in a request by what on the page makes it: an image asks for images, and says so.

https://fetch.spec.whatwg.org/#fetching, step 12, for Accept
"""

from __future__ import annotations

from collections.abc import Mapping

from cors_tui.standards import destination as destinations
from cors_tui.standards.request import Initiator, Request

_STYLES = "text/css,*/*;q=0.1"


def destination(request: Request) -> str:
    """Sec-Fetch-Dest; what script asks for itself has none, which is called empty."""
    return destinations.destination(request.initiator)


def is_element(request: Request) -> bool:
    """Whether neither script nor an event stream asks: engines set Origin at another place then."""
    return destination(request) != "empty"


def accepts(request: Request, engines_own: Mapping[Initiator, str]) -> dict[str, str]:
    """Accept, which for images and fonts is each engine's own; an event stream also keeps caches out.

    https://html.spec.whatwg.org/#dom-eventsource, steps 8 and 9
    """
    initiator = request.initiator
    if initiator is Initiator.EVENT_SOURCE:
        return {"Accept": "text/event-stream", "Cache-Control": "no-cache", "Pragma": "no-cache"}
    return {"Accept": engines_own.get(initiator, _STYLES if initiator is Initiator.STYLESHEET else "*/*")}
