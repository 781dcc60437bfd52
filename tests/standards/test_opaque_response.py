"""Opaque response blocking in the two engines that have it: the rows are measured ones, and Safari has none."""

from __future__ import annotations

import pytest

from cors_tui.standards.departures import NO_DEPARTURES, Departure, Departures
from cors_tui.standards.opaque_response import Reason, first_byte, opaque_failure
from cors_tui.standards.request import Initiator
from tests.rows import each_row
from tests.standards.bodies import PNG
from tests.standards.making import says

VALIDATES: Departures = frozenset({Departure.OPAQUE_VALIDATED})
SNIFFS: Departures = frozenset({Departure.OPAQUE_SNIFFED})

TAKEN = None
NEVER, NOSNIFF, LISTED = Reason.NEVER_SNIFFED, Reason.NOSNIFF, Reason.NOSNIFF_BLOCKLISTED
NO_SCRIPT, MEDIA, STATUS, PART, LATER = Reason.NO_SCRIPT, Reason.MEDIA, Reason.STATUS, Reason.PART, Reason.LATER_PART

RUNS = "if (0) for (;;) {}"


def reason(
    departures: Departures, kind: str, body: str | None, *, nosniff: bool = False, status: int = 200, part: str = ""
) -> Reason | None:
    """Why a script of `kind` is kept back."""
    response = says(status, {"Content-Range": part} if part else {}, body=body or "")
    failure = opaque_failure(Initiator.SCRIPT, response, kind, nosniff, body, departures)
    return Reason(failure.about) if failure else None


@each_row(
    ("kind", "nosniff", "body", "validated", "sniffed"),
    [
        pytest.param("", False, "<p>", TAKEN, TAKEN, id="HTML without a type"),
        pytest.param("text/html", False, RUNS, TAKEN, TAKEN, id="a script called HTML"),
        pytest.param("text/html", False, "", TAKEN, TAKEN, id="nothing called HTML"),
        pytest.param("text/css", True, "<p>", TAKEN, TAKEN, id="HTML called a style sheet"),
        pytest.param("image/svg+xml", True, "<p>", TAKEN, TAKEN, id="HTML called SVG"),
        pytest.param("application/dash+xml", False, "<p>", TAKEN, TAKEN, id="HTML called a playlist"),
        pytest.param("text/vtt", True, "<p>", TAKEN, TAKEN, id="HTML called subtitles"),
        pytest.param("text/html", False, PNG, TAKEN, TAKEN, id="an image called HTML"),
        pytest.param("text/html", False, None, TAKEN, TAKEN, id="what cannot be looked at"),
        pytest.param("text/javascript", True, "<p>", TAKEN, NO_SCRIPT, id="HTML called a script"),
        pytest.param("text/javascript", False, "for(;;);", TAKEN, NO_SCRIPT, id="a script that never ends"),
        pytest.param("audio/mpeg", True, "<p>", TAKEN, TAKEN, id="HTML called music"),
        pytest.param("video/mp4", False, "<p>", MEDIA, TAKEN, id="HTML called a film"),
        pytest.param("image/png", False, "1", MEDIA, TAKEN, id="a number called an image"),
        pytest.param("text/html", False, "1", NO_SCRIPT, TAKEN, id="JSON called HTML"),
        pytest.param("text/plain", False, "Not Found", NO_SCRIPT, TAKEN, id="prose"),
        pytest.param("text/plain", True, "Not Found", TAKEN, LISTED, id="prose, nosniff"),
        pytest.param("foo/bar", True, RUNS, NOSNIFF, TAKEN, id="a script of another type, nosniff"),
        pytest.param("", True, RUNS, NOSNIFF, TAKEN, id="a script without a type, nosniff"),
        pytest.param("foo/bar", False, "<p>", NO_SCRIPT, NO_SCRIPT, id="HTML of another type"),
        pytest.param("application/json", False, '{"a":1}', NO_SCRIPT, NO_SCRIPT, id="JSON"),
        pytest.param("application/hal+json", True, RUNS, LISTED, LISTED, id="a script called JSON, nosniff"),
        pytest.param("text/html", True, PNG, LISTED, LISTED, id="an image called HTML, nosniff"),
        pytest.param("text/html", True, None, LISTED, LISTED, id="what cannot be looked at, nosniff"),
        pytest.param("text/csv", False, PNG, NEVER, NEVER, id="an image called a table"),
        pytest.param("application/pdf", True, RUNS, NEVER, NEVER, id="a script called PDF"),
    ],
)
def test_of_a_type_and_a_body(
    kind: str, nosniff: bool, body: str | None, validated: Reason | None, sniffed: Reason | None
) -> None:
    assert reason(VALIDATES, kind, body, nosniff=nosniff) is validated
    assert reason(SNIFFS, kind, body, nosniff=nosniff) is sniffed
    assert reason(NO_DEPARTURES, kind, body, nosniff=nosniff) is None


@each_row(
    ("status", "kind", "part", "validated", "sniffed"),
    [
        pytest.param(203, "foo/bar", "", TAKEN, TAKEN, id="another status of success"),
        pytest.param(404, "text/javascript", "", TAKEN, TAKEN, id="an error of a script's type"),
        pytest.param(404, "foo/bar", "", STATUS, TAKEN, id="an error of another type"),
        pytest.param(206, "foo/bar", "bytes 0-9/10", TAKEN, TAKEN, id="the first part"),
        pytest.param(206, "foo/bar", "BYTES 0-9/*", TAKEN, TAKEN, id="the first part of who knows how much"),
        pytest.param(206, "foo/bar", "", LATER, TAKEN, id="a part of what, it does not say"),
        pytest.param(206, "foo/bar", "bytes 5-9/10", LATER, LATER, id="a later part"),
        pytest.param(206, "text/html", "bytes 0-9/10", PART, TAKEN, id="the first part, called HTML"),
        pytest.param(200, "foo/bar", "bytes 5-9/10", TAKEN, TAKEN, id="a part that is none"),
    ],
)
def test_of_a_status(status: int, kind: str, part: str, validated: Reason | None, sniffed: Reason | None) -> None:
    assert reason(VALIDATES, kind, RUNS, status=status, part=part) is validated
    assert reason(SNIFFS, kind, RUNS, status=status, part=part) is sniffed


def test_only_the_beginning_is_sniffed() -> None:
    assert reason(SNIFFS, "text/html", f"{' ' * 1023}<p>") is None
    assert reason(SNIFFS, "text/html", f"{' ' * 1022}<p>") is NO_SCRIPT


def test_an_image_that_cannot_be_looked_at_is_taken_for_one() -> None:
    sealed = says(404, {"Content-Encoding": "br"}, body="x", body_decoded=False)
    assert opaque_failure(Initiator.IMAGE, sealed, "foo/bar", True, None, VALIDATES) is None
    assert opaque_failure(Initiator.SCRIPT, sealed, "foo/bar", True, None, VALIDATES) is not None


@pytest.mark.parametrize(
    ("value", "expected"),
    [("", None), ("bytes 3", None), ("items 3-4/5", None), ("bytes */5", None), ("bytes 3-4/5", 3), ("bytes 0-4/*", 0)],
)
def test_where_a_part_begins(value: str, expected: int | None) -> None:
    assert first_byte(says(206, {"Content-Range": value})) == expected
