"""What elements want beyond CORS."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.element import EMPTY, element_failure
from cors_tui.standards.request import Initiator
from tests.rows import each_row
from tests.standards.making import says

NOSNIFF = {"X-Content-Type-Options": "NoSniff"}


@each_row(
    ("initiator", "status", "kind", "more", "expected"),
    [
        pytest.param(Initiator.FETCH, 404, "text/html", NOSNIFF, "", id="fetch takes anything"),
        pytest.param(Initiator.IMAGE, 404, "image/gif", {}, "", id="an image of a 404 shows"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", {}, "", id="a classic script of html"),
        pytest.param(Initiator.SCRIPT, 200, None, {}, "", id="a classic script without a type"),
        pytest.param(Initiator.STYLESHEET, 200, "TEXT/css; a=b", {}, "", id="a style sheet"),
        pytest.param(Initiator.SCRIPT, 404, "text/javascript", {}, "status-not-ok", id="a script of a 404"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", NOSNIFF, "wrong-type", id="nosniff"),
        pytest.param(Initiator.SCRIPT, 200, "image/png", {}, "wrong-type", id="a script that is an image"),
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
    response = says(status, body="x", given={**({"Content-Type": kind} if kind else {}), **more})
    failure = element_failure(initiator, response)
    assert (failure.refusal.value if failure else "") == expected


def test_nothing_is_no_image() -> None:
    failure = element_failure(Initiator.IMAGE, says(204, {"Content-Type": "image/gif"}))
    assert failure is not None
    assert (failure.refusal.value, failure.about) == ("wrong-type", EMPTY)


@pytest.mark.parametrize(
    ("initiator", "kind", "more", "expected"),
    [
        pytest.param(Initiator.IMAGE, "text/html", NOSNIFF, "opaque-response-blocked", id="an image, nosniff"),
        pytest.param(Initiator.IMAGE, "text/html", {}, "", id="an image"),
        pytest.param(Initiator.SCRIPT, "text/html", {}, "opaque-response-blocked", id="a script of html"),
        pytest.param(Initiator.STYLESHEET, "application/json", {}, "opaque-response-blocked", id="styles of JSON"),
        pytest.param(Initiator.SCRIPT, "text/plain", {}, "", id="a script of text"),
    ],
)
def test_opaque_ones_are_validated_in_one_engine(
    initiator: Initiator, kind: str, more: dict[str, str], expected: str
) -> None:
    response = says(200, {"Content-Type": kind, **more}, body="1")
    validates: Departures = frozenset({Departure.OPAQUE_VALIDATED})
    failure = element_failure(initiator, response, validates, opaque=True)
    assert (failure.refusal.value if failure else "") == expected
    with_cors = element_failure(initiator, response, validates)
    assert with_cors is None or with_cors.refusal.value == "wrong-type"


def test_one_engine_takes_an_opaque_image_of_any_type() -> None:
    response = says(200, {"Content-Type": "text/html", **NOSNIFF}, body="1")
    assert element_failure(Initiator.IMAGE, response, opaque=True) is not None
    takes: Departures = frozenset({Departure.OPAQUE_IMAGES_TAKEN})
    assert element_failure(Initiator.IMAGE, response, takes, opaque=True) is None


def test_one_engine_takes_a_style_sheet_of_any_type() -> None:
    response = says(200, {"Content-Type": "text/html"}, body="x")
    assert element_failure(Initiator.STYLESHEET, response) is not None
    assert element_failure(Initiator.STYLESHEET, response, frozenset({Departure.STYLES_OF_ANY_TYPE})) is None
