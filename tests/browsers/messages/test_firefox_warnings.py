"""What Firefox says of requests that it lets pass."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.case import Call
from cors_tui.inputs.cases import play, read_case
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Outcome, Refusal
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
    """As recorded, less the stack of the recorder's own script, and its level: that recorder knew none below a warning.
    These recordings timed out at the question."""
    firefox = known_browsers()["firefox"]
    asked = read_case(cases()[case])
    (written,) = firefox.write(play(asked, firefox.departures), asked.request)
    assert (written.text, written.source, written.level) == (line, "Security", "info")
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


REACHED = (
    "Local Network Access detected: top-level site “http://192.168.1.4:3000/”, initiator “http://192.168.1.4:3000/”"
)


@pytest.mark.parametrize(
    ("page", "target", "about"),
    [
        pytest.param("http://127.0.0.1:3000", "http://127.0.0.1:8000/a", None, id="within this machine"),
        pytest.param("http://192.168.1.4:3000", "http://192.168.1.6:8000/a", None, id="within the local network"),
        pytest.param(
            "http://192.168.1.4:3000",
            "http://127.0.0.1:8000/a",
            "“http://127.0.0.1:8000/a” (127.0.0.1:8000)",
            id="out of it",
        ),
        pytest.param(
            "http://192.168.1.4:3000", "http://localhost/a", "“http://localhost/a” (127.0.0.1:80)", id="by its name"
        ),
        pytest.param(
            "http://192.168.1.4:3000", "http://[::1]:8000/a", "“http://[::1]:8000/a” (::1:8000)", id="over IPv6"
        ),
    ],
)
def test_a_page_of_the_local_network_is_told_that_it_reaches_this_machine(
    page: str, target: str, about: str | None
) -> None:
    firefox = known_browsers()["firefox"]
    request = Call(target, page).request()
    allowed = Response(200, HeaderList((("Access-Control-Allow-Origin", "*"),)))
    ended = drive(fetch(request, firefox.departures), lambda _: allowed)
    assert isinstance(ended, Outcome)
    told = f"{REACHED}, accessing target {about} via fetch. Secure context: False, prompt action: (null)"
    assert [line.text for line in firefox.write(ended, request)] == ([told] if about else [])


def test_no_console_is_told_of_a_preflight_that_waits_for_the_person() -> None:
    firefox = known_browsers()["firefox"]
    request = Call("http://127.0.0.1:8000/a", "https://8.8.8.3", method="PUT").request()
    ended = drive(fetch(request, firefox.departures), lambda _: None)
    assert isinstance(ended, Outcome)
    assert (ended.asks, firefox.write(ended, request)) == (True, ())


def test_a_sandboxed_page_is_no_secure_context_and_has_an_identity_for_a_name() -> None:
    firefox = known_browsers()["firefox"]
    request = Call("https://192.168.1.6/a", "https://8.8.8.3").request()
    sandboxed = replace(request, page=replace(request.page, origin=OPAQUE))
    ended = drive(fetch(sandboxed, firefox.departures), lambda _: None)
    assert isinstance(ended, Outcome)
    (line,) = firefox.write(ended, sandboxed)
    assert re.search(r"initiator “moz-nullprincipal:\{[^}]+\}\?https://8\.8\.8\.3”", line.text)
    assert line.text.endswith("Secure context: False")
