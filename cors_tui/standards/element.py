"""What elements take beyond the CORS check: their status, their type, and what their bytes are.

https://html.spec.whatwg.org/#fetching-scripts
"""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.standards.content_coding import is_undecodable
from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.element_types import is_javascript, is_no_script
from cors_tui.standards.font_bytes import is_font
from cors_tui.standards.image_bytes import begins_as_image, is_heic_or_tiff, is_image, is_jpeg_xl
from cors_tui.standards.mime_type import extracted
from cors_tui.standards.opaque_response import opaque_failure
from cors_tui.standards.request import Initiator
from cors_tui.standards.response import NetworkFailure, Response
from cors_tui.standards.svg import SVG_TYPE, svg_fault
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
DECODED = Step("update the image data", "", f"{_HTML}#update-the-image-data")
CUT_OFF = Step("HTTP-network fetch", "", f"{FETCH_STANDARD}#concept-http-network-fetch")
FONT_DECODED = Step("load", "5", "https://drafts.csswg.org/css-font-loading/#font-face-load")

_NEEDS_OK = (Initiator.SCRIPT, Initiator.MODULE, Initiator.IMPORT, Initiator.STYLESHEET, Initiator.FONT)
_UNSEEN = (Initiator.FETCH, Initiator.XHR)

EMPTY = "empty"
"""What is *about* a failure of an image or a font that came without a body."""
UNREADABLE = "unreadable"
"""What is *about* a failure of an image or a font whose bytes are none."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A response as an element looks at it. `kind` is its essence, "" when it has none; `body` is None where it
    cannot be looked at."""

    initiator: Initiator
    response: Response
    departures: Departures
    kind: str
    nosniff: bool
    body: str | None

    @property
    def got(self) -> str | None:
        return self.response.headers.get("content-type")

    def wrong(self, step: Step, wanted: str | None = None, about: str = "") -> Failure:
        return Failure(Refusal.WRONG_TYPE, step, "content-type", self.got, wanted, about)


def element_failure(
    initiator: Initiator, response: Response, departures: Departures = NO_DEPARTURES, *, opaque: bool = False
) -> Failure | None:
    """Why an element does not take a response that passed every check of the network. `opaque`: asked without CORS."""
    if initiator in _UNSEEN:
        return None
    headers = response.headers
    kind = extracted(headers.get("content-type") or "", first=Departure.FIRST_TYPE_COUNTS in departures)
    nosniff = (headers.get("x-content-type-options") or "").partition(",")[0].strip().lower() == "nosniff"
    given = _Given(initiator, response, departures, kind, nosniff, _seen_body(response, departures))
    kept = opaque_failure(initiator, response, kind, nosniff, given.body, departures) if opaque else None
    if kept is not None and Departure.OPAQUE_SNIFFED in departures:  # its network never hands it over
        return kept
    return _network_failure(given) or kept or _status_failure(given) or _body_failure(given) or _content_failure(given)


def _seen_body(response: Response, departures: Departures) -> str | None:
    """The body, as far as it was kept; None where it cannot be looked at: it is encoded, or was not kept at all."""
    packed = "content-encoding" in response.headers  # then the length is that of something else
    announced = "0" if packed else response.headers.get("content-length") or "0"
    if Departure.UNDECODABLE_TAKEN in departures and is_undecodable(response):
        return response.body
    if not response.body_decoded or (not response.body and announced.strip("0")):
        return None
    return response.body


def _network_failure(given: _Given) -> Failure | None:
    """What main fetch has against a type, whatever the status.

    https://fetch.spec.whatwg.org/#concept-main-fetch, step 19
    """
    match given.initiator:
        case Initiator.SCRIPT if given.nosniff and not is_javascript(given.kind):
            return given.wrong(NOSNIFF, "text/javascript")
        case Initiator.SCRIPT if is_no_script(given.kind):
            return given.wrong(MIME, "text/javascript")
        case Initiator.STYLESHEET if given.nosniff and given.kind != "text/css":
            return given.wrong(NOSNIFF, "text/css")
    return None


def _status_failure(given: _Given) -> Failure | None:
    status = given.response.status
    if given.initiator in _NEEDS_OK and not 200 <= status <= 299:
        return Failure(Refusal.STATUS_NOT_OK, STATUS, got=str(status), wanted="200-299")
    if given.initiator is Initiator.EVENT_SOURCE and status != 200:
        return Failure(Refusal.STATUS_NOT_OK, STREAM, got=str(status), wanted="200")
    return None


def _body_failure(given: _Given) -> Failure | None:
    """A body that is needed to its end and did not come so, or not in the coding that it names."""
    response = given.response
    if given.initiator is Initiator.EVENT_SOURCE:
        return None
    if is_undecodable(response) and Departure.UNDECODABLE_TAKEN not in given.departures:
        coding = response.headers.get("content-encoding")
        return Failure(Refusal.RESPONSE_INVALID, CUT_OFF, "content-encoding", coding)
    if response.body_complete or (
        given.initiator is Initiator.IMAGE and Departure.IMAGES_MAY_BE_CUT in given.departures
    ):
        return None
    return Failure(Refusal.NETWORK, CUT_OFF, got=NetworkFailure.INCOMPLETE.value)


def _content_failure(given: _Given) -> Failure | None:
    kind = given.kind
    match given.initiator:
        case Initiator.IMAGE:
            return _image_failure(given)
        case Initiator.FONT if given.body is not None and not is_font(given.body):
            return given.wrong(FONT_DECODED, about=UNREADABLE if given.body else EMPTY)
        case Initiator.MODULE | Initiator.IMPORT if not is_javascript(kind):
            return given.wrong(MODULE_TYPE, "text/javascript")
        case Initiator.STYLESHEET if kind not in ("", "text/css") and Departure.STYLES_OF_ANY_TYPE not in (
            given.departures
        ):
            return given.wrong(STYLE_TYPE, "text/css")
        case Initiator.EVENT_SOURCE if kind != "text/event-stream":
            return given.wrong(STREAM, "text/event-stream")
    return None


def _image_failure(given: _Given) -> Failure | None:
    """The bytes decide, but for types that say it is no grid of pixels.

    https://mimesniff.spec.whatwg.org/#sniffing-in-an-image-context
    """
    if given.body is None:
        return None
    if not given.body:
        return given.wrong(DECODED, about=EMPTY)
    if given.kind == "application/pdf" and Departure.PDFS_ARE_IMAGES in given.departures:
        return given.wrong(DECODED, about=UNREADABLE)
    outranks = Departure.BYTES_OUTRANK_SVG in given.departures and begins_as_image(given.body)
    if given.kind != SVG_TYPE or outranks:
        return None if _is_shown(given.body, given.departures) else given.wrong(DECODED, about=UNREADABLE)
    if Departure.SVG_NEEDS_OK in given.departures and not 200 <= given.response.status <= 299:
        return Failure(Refusal.STATUS_NOT_OK, DECODED, got=str(given.response.status), wanted="200-299")
    return given.wrong(DECODED, SVG_TYPE, UNREADABLE) if svg_fault(given.body) else None


def _is_shown(body: str, departures: Departures) -> bool:
    """Whether an engine knows this kind of image: some only some engines do."""
    if is_jpeg_xl(body):
        return Departure.JPEG_XL_SHOWN in departures
    if is_heic_or_tiff(body):
        return Departure.HEIC_AND_TIFF_SHOWN in departures
    return is_image(body)
