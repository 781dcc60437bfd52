"""What Safari prints of elements, letter for letter as WebKitGTK 2.50 did."""

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.webkit import read, write
from cors_tui.browsers.messages.webkit_elements import wrong_type
from cors_tui.standards.element import element_failure
from cors_tui.standards.request import Initiator, Mode
from cors_tui.standards.verdict import Refusal
from tests.browsers.messages.playing import said_of
from tests.standards.making import API, asks, ends, says

NOSNIFF = {"X-Content-Type-Options": "nosniff"}
HTML = {"Content-Type": "text/html; charset=utf-8"}
BY_NOSNIFF = '"X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.'
NO_STYLE = f"Did not parse stylesheet at '{API}' because non CSS MIME types are not allowed in strict mode."
NO_STREAM = 'EventSource\'s response has a MIME type ("{}") that is not "text/event-stream". Aborting the connection.'
NO_MODULE = "TypeError: '{}' is not a valid JavaScript MIME type."


@pytest.mark.parametrize(
    ("initiator", "headers", "told", "source"),
    [
        (Initiator.SCRIPT, HTML | NOSNIFF, f"Refused to execute {API} as script because {BY_NOSNIFF}", "SECURITY"),
        (Initiator.SCRIPT, {"Content-Type": "TEXT/csv;a=b"},
         f"Refused to execute {API} as script because TEXT/csv is not a script MIME type.", "SECURITY"),
        (Initiator.STYLESHEET, HTML, NO_STYLE, "SECURITY"),
        (Initiator.STYLESHEET, NOSNIFF, NO_STYLE, "SECURITY"),
        (Initiator.EVENT_SOURCE, HTML, NO_STREAM.format("text/html"), "JS"),
        (Initiator.EVENT_SOURCE, {"Content-Type": "junk"}, NO_STREAM.format("junk"), "JS"),
        (Initiator.EVENT_SOURCE, {}, NO_STREAM.format("application/octet-stream"), "JS"),
        (Initiator.MODULE, HTML, NO_MODULE.format("text/html"), "JS"),
        (Initiator.IMPORT, {"Content-Type": "TEXT/csv;a=b"}, NO_MODULE.format("TEXT/csv"), "JS"),
        (Initiator.MODULE, {"Content-Type": "junk"}, NO_MODULE.format("text/plain"), "JS"),
        (Initiator.MODULE, NOSNIFF, NO_MODULE.format("text/plain"), "JS"),
    ],
)  # fmt: skip
def test_a_wrong_type(initiator: Initiator, headers: dict[str, str], told: str, source: str) -> None:
    request = asks(initiator=initiator)
    cors = {"Access-Control-Allow-Origin": "*"}
    assert [
        (line.text, line.source) for line in write(ends(request, says(200, cors | headers, body="1")), request)
    ] == [(told, source)]


def test_a_script_without_cors_is_told_of_all_the_same() -> None:
    request = asks(initiator=Initiator.SCRIPT, mode=Mode.NO_CORS)
    (line,) = write(ends(request, says(200, HTML | NOSNIFF, body="1")), request)
    assert line.text.endswith(BY_NOSNIFF)


@pytest.mark.parametrize("initiator", [Initiator.IMAGE, Initiator.FONT])
def test_of_an_empty_image_or_font_nothing_is_told(initiator: Initiator) -> None:
    failure = element_failure(initiator, says(200))
    assert failure is not None
    assert wrong_type(failure, asks(initiator=initiator)) == ()


def test_a_style_sheet_s_line_is_read_back_with_its_url() -> None:
    (found,) = read(f"[Error] {NO_STYLE}")
    assert (found.refusal, found.url) == (Refusal.WRONG_TYPE, API)


def test_a_script_that_is_led_to_http_is_told_of_twice_and_a_style_sheet_once() -> None:
    """By what was blocked; and for a script, as for every other that was denied."""
    away = {"status": 302, "headers": [["Access-Control-Allow-Origin", "*"], ["Location", "http://api.example.test/x"]]}
    blocked = (
        "[blocked] The page at https://app.example.test/ requested insecure content from http://api.example.test/x. "
        "This content was blocked and must be served over HTTPS."
    )
    denied = "Cross-origin script load denied by Cross-Origin Resource Sharing policy."
    assert said_of("webkit", {"api": "script"}, {"actual": away}) == [blocked, denied]
    assert said_of("webkit", {"api": "css"}, {"actual": away}) == [blocked]


def test_an_image_that_is_upgraded_and_then_refused_is_told_of_both() -> None:
    plain = {"api": "img", "url": "http://api.example.test/case/own"}
    said = said_of("webkit", plain, {"actual": {"status": 200, "headers": []}})
    assert [text.partition(" ")[0] for text in said] == ["The", "Origin", "Cannot"]
    assert "automatically upgraded" in said[0]
