"""What elements take beyond the CORS check: scripts, style sheets and event streams look at status and type.

https://html.spec.whatwg.org/#fetching-scripts
"""

from __future__ import annotations

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.mime_type import essence
from cors_tui.standards.request import Initiator
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import FETCH_STANDARD, Failure, Refusal, Step

_HTML = "https://html.spec.whatwg.org/"
MODULE_TYPE = Step("fetch a single module script", "13", f"{_HTML}#fetch-a-single-module-script")
STATUS = Step("fetch a classic script", "5", f"{_HTML}#fetch-a-classic-script")
STYLE_TYPE = Step("process a style sheet link", "", f"{_HTML}#link-type-stylesheet")
STREAM = Step("EventSource", "15", f"{_HTML}#dom-eventsource")
NOSNIFF = Step(
    "should response to request be blocked due to nosniff?",
    "5",
    f"{FETCH_STANDARD}#should-response-to-request-be-blocked-due-to-nosniff%3F",
)
MIME = Step(
    "should response to request be blocked due to its MIME type?",
    "4",
    f"{FETCH_STANDARD}#should-response-to-request-be-blocked-due-to-mime-type?",
)

JAVASCRIPT_TYPES = frozenset(
    {
        "application/ecmascript",
        "application/javascript",
        "application/x-ecmascript",
        "application/x-javascript",
        "text/ecmascript",
        "text/javascript",
        "text/javascript1.0",
        "text/javascript1.1",
        "text/javascript1.2",
        "text/javascript1.3",
        "text/javascript1.4",
        "text/javascript1.5",
        "text/jscript",
        "text/livescript",
        "text/x-ecmascript",
        "text/x-javascript",
    }
)
"""https://mimesniff.spec.whatwg.org/#javascript-mime-type"""

ORB = Step("opaque-response-safelist check", "", f"{FETCH_STANDARD}#orb")
DECODED = Step("update the image data", "", f"{_HTML}#update-the-image-data")

_OPAQUE_BLOCKLISTED = frozenset({"text/html", "application/json", "text/json", "text/xml", "application/xml"})
"""https://fetch.spec.whatwg.org/#opaque-blocklisted-mime-type"""

_NEEDS_OK = (Initiator.SCRIPT, Initiator.MODULE, Initiator.IMPORT, Initiator.STYLESHEET, Initiator.FONT)


EMPTY = "empty"
"""What is *about* a failure of an image or a font that came without a body."""


def is_no_script(kind: str) -> bool:
    """https://fetch.spec.whatwg.org/#should-response-to-request-be-blocked-due-to-mime-type?, step 4"""
    return kind.startswith(("audio/", "image/", "video/")) or kind == "text/csv"


def element_failure(
    initiator: Initiator, response: Response, departures: Departures = NO_DEPARTURES, *, opaque: bool = False
) -> Failure | None:
    """Why an element does not take a response that passed every check of the network. `opaque`: asked without CORS."""
    if initiator in (Initiator.FETCH, Initiator.XHR):
        return None
    if initiator in _NEEDS_OK and not 200 <= response.status <= 299:
        return Failure(Refusal.STATUS_NOT_OK, STATUS, got=str(response.status), wanted="200-299")
    if initiator is Initiator.EVENT_SOURCE and response.status != 200:
        return Failure(Refusal.STATUS_NOT_OK, STREAM, got=str(response.status), wanted="200")
    return _type_failure(initiator, response, departures, opaque)


def _type_failure(initiator: Initiator, response: Response, departures: Departures, opaque: bool) -> Failure | None:
    got = response.headers.get("content-type")
    kind = (essence(got) if got else None) or ""
    nosniff = (response.headers.get("x-content-type-options") or "").partition(",")[0].strip().lower() == "nosniff"
    blocklisted = opaque and kind in _OPAQUE_BLOCKLISTED
    match initiator:
        case Initiator.IMAGE if blocklisted and nosniff and Departure.OPAQUE_IMAGES_TAKEN not in departures:
            return Failure(Refusal.OPAQUE_RESPONSE_BLOCKED, ORB, "content-type", got)
        case Initiator.IMAGE | Initiator.FONT if not response.body:
            return Failure(Refusal.WRONG_TYPE, DECODED, "content-type", got, about=EMPTY)
        case Initiator.SCRIPT if nosniff and kind not in JAVASCRIPT_TYPES:
            return _wrong(NOSNIFF, got, "text/javascript")
        case Initiator.STYLESHEET if nosniff and kind != "text/css":
            return _wrong(NOSNIFF, got, "text/css")
        case Initiator.SCRIPT | Initiator.STYLESHEET if blocklisted and Departure.OPAQUE_VALIDATED in departures:
            return Failure(Refusal.OPAQUE_RESPONSE_BLOCKED, ORB, "content-type", got)
        case Initiator.MODULE | Initiator.IMPORT if kind not in JAVASCRIPT_TYPES:
            return _wrong(MODULE_TYPE, got, "text/javascript")
        case Initiator.SCRIPT if is_no_script(kind):
            return _wrong(MIME, got, "text/javascript")
        case Initiator.STYLESHEET if kind not in ("", "text/css") and Departure.STYLES_OF_ANY_TYPE not in departures:
            return _wrong(STYLE_TYPE, got, "text/css")
        case Initiator.EVENT_SOURCE if kind != "text/event-stream":
            return _wrong(STREAM, got, "text/event-stream")
    return None


def _wrong(step: Step, got: str | None, wanted: str) -> Failure:
    return Failure(Refusal.WRONG_TYPE, step, "content-type", got, wanted)
