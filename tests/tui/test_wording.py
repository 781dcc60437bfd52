"""Words: every refusal in a few, a status with its reason, a time with its unit."""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import Reading
from cors_tui.session.judging import Fault
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange, Failure, Refusal, Step
from cors_tui.tui.wording import milliseconds, outcome_of, role_of, short_fault, short_reading, status_of
from tests.rows import each_row

URL = parse_url("https://api.example.com/")
assert URL is not None
PREFLIGHT = WireRequest(Role.PREFLIGHT, 0, "OPTIONS", URL)
STEP = Step("CORS check", "1", "https://fetch.spec.whatwg.org/#concept-cors-check")


@each_row("refusal", Refusal, ids=lambda refusal: refusal.value)
def test_every_refusal_fits_into_the_left_column_in_two_lines(refusal: Refusal) -> None:
    """A few words of its own, never the bare code."""
    says = short_fault(Fault(Failure(refusal, STEP), ()))
    assert len(says) <= 2 * 24
    assert says not in (refusal.value, refusal.value.replace("-", " "))


READ = [
    (Reading("chromium", Refusal.ALLOW_ORIGIN_MISSING, in_preflight=True), "preflight: no Allow-Origin header"),
    (Reading("webkit", Refusal.PREFLIGHT_STATUS, in_preflight=True, status=5), "preflight: the status is not ok (5)"),
    (Reading("firefox", Refusal.HEADER_NOT_ALLOWED, value="x-mine"), "x-mine is not allowed"),
    (Reading("chromium", Refusal.NETWORK, network="ERR_CONNECTION_REFUSED"), "net::ERR_CONNECTION_REFUSED"),
    (Reading("chromium", network="ERR_FAILED"), "blocked, and why is not told"),
    (Reading("webkit"), "blocked, and why is not told"),
]  # fmt: skip


@pytest.mark.parametrize(("reading", "says"), READ, ids=[row[1] for row in READ])
def test_what_a_pasted_line_says(reading: Reading, says: str) -> None:
    """In the words of a fault; a line that names no reason is not made to name one."""
    assert short_reading(reading) == says


SAYS = [
    ("the status is named", Failure(Refusal.PREFLIGHT_STATUS, STEP, request=PREFLIGHT, answer=Response(405)),
     "preflight: the status is not ok (405)"),
    ("the header is named", Failure(Refusal.HEADER_NOT_ALLOWED, STEP, about="x-mine", request=PREFLIGHT),
     "preflight: x-mine is not allowed"),
    ("on the request itself no place is said", Failure(Refusal.ALLOW_ORIGIN_MISSING, STEP), "no Allow-Origin header"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "failure", "says"), SAYS, ids=[row[0] for row in SAYS])
def test_short_fault(what: str, failure: Failure, says: str) -> None:
    """Where, what, and the bytes that matter most."""
    assert short_fault(Fault(failure, ())) == says


def test_role_of() -> None:
    """A failure before the wire has no request."""
    assert role_of(Failure(Refusal.URL_INVALID, STEP)) == "before anything is sent"
    assert role_of(Failure(Refusal.PREFLIGHT_STATUS, STEP, request=PREFLIGHT)) == "preflight"


@pytest.mark.parametrize(
    ("response", "says"),
    [(Response(405), "405 Method Not Allowed"), (Response(200, reason="Fine"), "200 Fine"), (Response(799), "799")],
)
def test_status_of(response: Response, says: str) -> None:
    """The server's own reason first; a status nobody knows stands alone."""
    assert status_of(response) == says


@pytest.mark.parametrize(("seconds", "says"), [(0, "0 ms"), (0.0124, "12 ms"), (0.9994, "999 ms"), (1.25, "1.2 s")])
def test_milliseconds(seconds: float, says: str) -> None:
    """Seconds from one second on."""
    assert milliseconds(seconds) == says


def test_a_network_error_says_how_it_failed() -> None:
    """With the system's own words when there are any."""
    refused = NetworkError(NetworkFailure.CONNECTION_REFUSED, "[Errno 111]")
    assert outcome_of(Exchange(PREFLIGHT, refused)) == "connection refused: [Errno 111]"
    assert outcome_of(Exchange(PREFLIGHT, NetworkError(NetworkFailure.NO_ANSWER_YET))) == "no answer in time"
