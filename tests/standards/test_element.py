"""What elements want beyond CORS."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.element import EMPTY, UNREADABLE, element_failure
from cors_tui.standards.request import Initiator
from tests.rows import each_row
from tests.standards.bodies import FONT, PNG, SVG
from tests.standards.making import says

NOSNIFF = {"X-Content-Type-Options": "NoSniff"}
BODIES = {Initiator.IMAGE: PNG, Initiator.FONT: FONT}

JPEG_XL = "\xff\x0aA\x06\0\x13\x88\x02"
HEIC = "\0\0\0\x1cftypheic\0\0\0\0mif1heicmiaf"


@each_row(
    ("initiator", "status", "kind", "more", "expected"),
    [
        pytest.param(Initiator.FETCH, 404, "text/html", NOSNIFF, "", id="fetch takes anything"),
        pytest.param(Initiator.IMAGE, 404, "image/gif", {}, "", id="an image of a 404 shows"),
        pytest.param(Initiator.FONT, 200, "text/html", NOSNIFF, "", id="a font of any type"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", {}, "", id="a classic script of html"),
        pytest.param(Initiator.SCRIPT, 200, None, {}, "", id="a classic script without a type"),
        pytest.param(Initiator.STYLESHEET, 200, "TEXT/css; a=b", {}, "", id="a style sheet"),
        pytest.param(Initiator.SCRIPT, 404, "text/javascript", {}, "status-not-ok", id="a script of a 404"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", NOSNIFF, "wrong-type", id="nosniff"),
        pytest.param(Initiator.SCRIPT, 200, "image/png", {}, "wrong-type", id="a script that is an image"),
        pytest.param(Initiator.SCRIPT, 404, "image/png", {}, "wrong-type", id="whatever its status"),
        pytest.param(Initiator.STYLESHEET, 404, "text/plain", NOSNIFF, "wrong-type", id="a style sheet's, too"),
        pytest.param(Initiator.STYLESHEET, 404, "text/plain", {}, "status-not-ok", id="without nosniff, the status"),
        pytest.param(Initiator.MODULE, 200, None, {}, "wrong-type", id="a module needs a type"),
        pytest.param(Initiator.MODULE, 200, "text/javascript", {}, "", id="a module"),
        pytest.param(Initiator.STYLESHEET, 200, "text/html", {}, "wrong-type", id="a style sheet of html"),
        pytest.param(
            Initiator.STYLESHEET, 200, None, NOSNIFF, "wrong-type", id="a style sheet without a type, nosniff"
        ),
        pytest.param(Initiator.FONT, 404, "font/ttf", {}, "status-not-ok", id="a font of a 404"),
        pytest.param(Initiator.EVENT_SOURCE, 204, "text/event-stream", {}, "status-not-ok", id="an ended stream"),
        pytest.param(Initiator.EVENT_SOURCE, 200, "application/json", {}, "wrong-type", id="no stream"),
        pytest.param(Initiator.EVENT_SOURCE, 200, "text/event-stream;charset=utf-8", {}, "", id="a stream"),
    ],
)
def test_status_and_type(
    initiator: Initiator, status: int, kind: str | None, more: dict[str, str], expected: str
) -> None:
    response = says(status, body=BODIES.get(initiator, "x"), given={**({"Content-Type": kind} if kind else {}), **more})
    failure = element_failure(initiator, response)
    assert (failure.refusal.value if failure else "") == expected


@each_row(
    ("kind", "body", "expected"),
    [
        pytest.param("image/png", PNG, "", id="an image"),
        pytest.param("image/gif", PNG, "", id="of another kind"),
        pytest.param("text/html", PNG, "", id="called HTML"),
        pytest.param("application/pdf", PNG, "", id="called a PDF"),
        pytest.param(None, PNG, "", id="without a type"),
        pytest.param("image/svg+xml; charset=utf-8", SVG, "", id="SVG"),
        pytest.param("image/png", "hello", UNREADABLE, id="text"),
        pytest.param("image/png", PNG[:20], UNREADABLE, id="the first bytes alone"),
        pytest.param("image/png", SVG, UNREADABLE, id="SVG called pixels"),
        pytest.param("text/xml", SVG, UNREADABLE, id="SVG called XML"),
        pytest.param(None, SVG, UNREADABLE, id="SVG without a type"),
        pytest.param("image/svg+xml", PNG, UNREADABLE, id="pixels called SVG"),
        pytest.param("image/svg+xml", SVG[:-2], UNREADABLE, id="SVG that does not end"),
        pytest.param("image/png", "", EMPTY, id="nothing"),
    ],
)
def test_an_image_is_one_by_its_bytes(kind: str | None, body: str, expected: str) -> None:
    failure = element_failure(Initiator.IMAGE, says(200, {"Content-Type": kind} if kind else {}, body=body))
    assert (failure.about if failure else "") == expected


@pytest.mark.parametrize(("body", "expected"), [(FONT, ""), ("<p>", UNREADABLE), ("", EMPTY)])
def test_a_font_is_one_by_its_bytes(body: str, expected: str) -> None:
    failure = element_failure(Initiator.FONT, says(200, {"Content-Type": "font/ttf"}, body=body))
    assert (failure.about if failure else "") == expected


@pytest.mark.parametrize("initiator", [Initiator.IMAGE, Initiator.FONT])
def test_what_cannot_be_looked_at_is_taken_for_what_it_should_be(initiator: Initiator) -> None:
    """It is packed, or it was never kept: the head of a response was pasted."""
    assert element_failure(initiator, says(200, {"Content-Encoding": "br"}, body="\x8b\1", body_decoded=False)) is None
    assert element_failure(initiator, says(200, {"Content-Length": "512"})) is None
    assert element_failure(initiator, says(200, {"Content-Length": "20", "Content-Encoding": "gzip"})) is not None
    assert element_failure(initiator, says(200, {"Content-Length": "0"})) is not None


@pytest.mark.parametrize(
    ("departure", "status", "kind", "body", "without", "with_it"),
    [
        pytest.param(Departure.BYTES_OUTRANK_SVG, 200, "image/svg+xml", PNG, "wrong-type", "", id="pixels called SVG"),
        pytest.param(Departure.SVG_NEEDS_OK, 404, "image/svg+xml", SVG, "", "status-not-ok", id="SVG of a 404"),
        pytest.param(Departure.JPEG_XL_SHOWN, 200, "image/jxl", JPEG_XL, "wrong-type", "", id="JPEG XL"),
        pytest.param(Departure.HEIC_AND_TIFF_SHOWN, 200, "image/heic", HEIC, "wrong-type", "", id="HEIC"),
        pytest.param(Departure.HEIC_AND_TIFF_SHOWN, 200, "image/tiff", "II*\0\x08\0\0\0", "wrong-type", "", id="TIFF"),
        pytest.param(
            Departure.HEIC_AND_TIFF_SHOWN, 200, "image/jxl", JPEG_XL, "wrong-type", "wrong-type", id="neither"
        ),
        pytest.param(Departure.PDFS_ARE_IMAGES, 200, "application/pdf", PNG, "", "wrong-type", id="called a PDF"),
        pytest.param(Departure.STYLES_OF_ANY_TYPE, 200, "text/html", "", "wrong-type", "", id="styles called HTML"),
        pytest.param(
            Departure.FIRST_TYPE_COUNTS, 200, "image/svg+xml, text/html", SVG, "wrong-type", "", id="the first of two"
        ),
        pytest.param(
            Departure.FIRST_TYPE_COUNTS, 200, "nonsense, image/svg+xml", SVG, "", "wrong-type", id="the first is none"
        ),
        pytest.param(
            Departure.OPAQUE_VALIDATED, 200, "image/png", "x", "wrong-type", "opaque-response-blocked", id="x"
        ),
    ],
)
def test_one_engine_departs(
    departure: Departure, status: int, kind: str, body: str, without: str, with_it: str
) -> None:
    initiator = Initiator.STYLESHEET if departure is Departure.STYLES_OF_ANY_TYPE else Initiator.IMAGE
    response = says(status, {"Content-Type": kind}, body=body)
    departing: Departures = frozenset({departure})
    found = [element_failure(initiator, response, each, opaque=True) for each in (NO_DEPARTURES, departing)]
    assert [failure.refusal.value if failure else "" for failure in found] == [without, with_it]


def test_a_network_that_keeps_it_comes_before_the_element() -> None:
    """And main fetch's own rules come before what the other engine keeps."""
    response = says(404, {"Content-Type": "application/json", **NOSNIFF}, body="{}")
    for departure, expected in (
        (Departure.OPAQUE_SNIFFED, "opaque-response-blocked"),
        (Departure.OPAQUE_VALIDATED, "wrong-type"),
    ):
        failure = element_failure(Initiator.SCRIPT, response, frozenset({departure}), opaque=True)
        assert failure is not None
        assert failure.refusal.value == expected
        with_cors = element_failure(Initiator.SCRIPT, response, frozenset({departure}))
        assert with_cors is not None
        assert with_cors.refusal.value == "wrong-type"


@pytest.mark.parametrize(
    ("initiator", "kind", "expected"),
    [
        pytest.param(Initiator.EVENT_SOURCE, "text/event-stream", "", id="a stream may end at any time"),
        pytest.param(Initiator.IMAGE, "image/png", "network", id="an image"),
        pytest.param(Initiator.SCRIPT, "text/javascript", "network", id="a script"),
        pytest.param(Initiator.SCRIPT, "image/png", "wrong-type", id="a script whose type is refused before"),
        pytest.param(Initiator.STYLESHEET, "text/css", "network", id="a style sheet"),
        pytest.param(Initiator.FONT, "font/ttf", "network", id="a font"),
    ],
)
def test_a_body_must_come_to_its_end(initiator: Initiator, kind: str, expected: str) -> None:
    response = says(200, {"Content-Type": kind}, body=BODIES.get(initiator, "1"), body_complete=False)
    failure = element_failure(initiator, response)
    assert (failure.refusal.value if failure else "") == expected
    shows: Departures = frozenset({Departure.IMAGES_MAY_BE_CUT})
    failure = element_failure(initiator, response, shows)
    assert (failure.refusal.value if failure else "") == ("" if initiator is Initiator.IMAGE else expected)


def test_a_body_must_be_in_the_coding_that_it_names() -> None:
    response = says(200, {"Content-Type": "image/png", "Content-Encoding": "gzip"}, body=PNG, body_decoded=False)
    failure = element_failure(Initiator.IMAGE, response)
    assert failure is not None
    assert (failure.refusal.value, failure.header) == ("response-invalid", "content-encoding")
    takes: Departures = frozenset({Departure.UNDECODABLE_TAKEN})
    assert element_failure(Initiator.IMAGE, response, takes) is None
    text = says(200, {"Content-Encoding": "gzip"}, body="Not Found", body_decoded=False)
    failure = element_failure(Initiator.IMAGE, text, takes)
    assert failure is not None
    assert failure.about == UNREADABLE
