"""What Firefox says of requests that it lets pass."""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.inputs.cases import play, read_case
from cors_tui.standards.verdict import Refusal
from tests.browsers.messages.playing import played, said_of
from tests.truth.agreement import cases


def lines_of(case: str) -> list[str]:
    return [text for each in played("firefox") if each.case.id == case for text, _, _ in each.ours]


def test_a_star_that_covers_authorization_is_warned_of() -> None:
    (line,) = lines_of("h-acah-star-both")
    assert line.startswith("Cross-Origin Request Warning: ")
    assert "`Authorization` header is not covered" in line


@pytest.mark.parametrize("case", ["g1-001408", "g1-001590"])
def test_a_preflight_that_fails_is_not_warned_of_as_well(case: str) -> None:
    assert not any("Warning" in line for line in lines_of(case))


def test_a_plain_image_on_a_secure_page_is_upgraded() -> None:
    assert lines_of("h-mixed-img") == [
        "Mixed Content: Upgrading insecure display request ‘http://api.example.test/case/h-mixed-img’ to use ‘https’"
    ]


@pytest.mark.parametrize(
    ("case", "line"),
    [
        (
            "h-lna-https-target-public",
            "Local Network Access permission required: top-level site “https://public.test/”, initiator "
            "“https://public.test/”, attempting to access target "
            "“http://127.0.0.1:8000/case/h-lna-https-target-public” (127.0.0.1:8000) via fetch. Secure context: True",
        ),
        (
            "h-lna-http-img",
            "Local Network Access permission required: top-level site “http://public.test/”, initiator "
            "“http://public.test/”, attempting to access target “http://127.0.0.1:8000/case/h-lna-http-img” "
            "(127.0.0.1:8000) via http. Secure context: False",
        ),
    ],
)
def test_the_question_to_the_person_is_on_the_console(case: str, line: str) -> None:
    """As recorded, less the stack of the recorder's own script. These recordings timed out at the question."""
    firefox = known_browsers()["firefox"]
    asked = read_case(cases()[case])
    (written,) = firefox.write(play(asked, firefox.departures), asked.request)
    assert (written.text, written.source, written.level) == (line, "Security", "error")
    (reading,) = firefox.read(written.text)
    assert (reading.refusal, reading.url) == (Refusal.LNA_ASKS, asked.request.url_text)


def test_xmlhttprequest_parses_what_names_no_type() -> None:
    assert lines_of("h-xhr-expose") == [
        "XML Parsing Error: syntax error\nLocation: https://api.example.test/case/h-xhr-expose\n"
        "Line Number 1, Column 1:"
    ]


@pytest.mark.parametrize("status", [201, 202, 204])
def test_but_not_where_the_status_tells_of_no_document(status: int) -> None:
    actual = {"status": status, "headers": [["Access-Control-Allow-Origin", "*"]], "body": "ok"}
    assert said_of("firefox", {"api": "xhr"}, {"actual": {**actual, "status": 404}}) != []
    assert said_of("firefox", {"api": "xhr"}, {"actual": actual}) == []


def test_nor_after_a_redirect() -> None:
    answer = {"status": 200, "headers": [["Access-Control-Allow-Origin", "*"]], "body": "ok"}
    moved = {"status": 302, "headers": [*answer["headers"], ["Location", "/case/own/1"]], "body": ""}  # type: ignore[misc]
    assert said_of("firefox", {"api": "xhr"}, {"actual": {**answer, "redirects": [moved]}}) == []
