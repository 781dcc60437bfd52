"""What Chromium prints of elements: each by its kind."""

import pytest

from cors_tui.browsers.messages.chromium import write
from cors_tui.browsers.messages.chromium_elements import slow_network, wrong_type
from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.element import element_failure
from cors_tui.standards.request import Initiator, Mode
from tests.standards.making import API, asks, ends, says

NOSNIFF = {"Content-Type": "text/html; a=b", "X-Content-Type-Options": "nosniff"}


@pytest.mark.parametrize(
    ("initiator", "headers", "begins"),
    [
        pytest.param(Initiator.SCRIPT, NOSNIFF, "Refused to execute script", id="script, nosniff"),
        pytest.param(
            Initiator.SCRIPT, {"Content-Type": "image/png"}, "Refused to execute script", id="script, an image"
        ),
        pytest.param(Initiator.STYLESHEET, NOSNIFF, "Refused to apply style", id="style sheet"),
        pytest.param(Initiator.MODULE, {}, "Failed to load module script", id="module"),
        pytest.param(Initiator.EVENT_SOURCE, {}, 'EventSource\'s response has a MIME type ("text/plain")', id="stream"),
        pytest.param(Initiator.FONT, {}, "Failed to decode downloaded font", id="an empty font"),
        pytest.param(Initiator.IMAGE, {}, "", id="an empty image"),
    ],
)
def test_a_wrong_type(initiator: Initiator, headers: dict[str, str], begins: str) -> None:
    failure = element_failure(initiator, says(200, headers))
    assert failure is not None
    lines = wrong_type(failure, asks(initiator=initiator))
    assert "".join(line.text for line in lines).startswith(begins)
    assert len(lines) == bool(begins)


def test_strictness_is_told_of_nosniff_alone() -> None:
    told = []
    for headers in (NOSNIFF, {"Content-Type": "image/png"}):
        failure = element_failure(Initiator.SCRIPT, says(200, headers))
        assert failure is not None
        told += [line.text for line in wrong_type(failure, asks(initiator=Initiator.SCRIPT))]
    assert [text.endswith("strict MIME type checking is enabled.") for text in told] == [True, False]


@pytest.mark.parametrize(
    ("initiator", "status", "kind", "body", "begins"),
    [
        pytest.param(Initiator.SCRIPT, 404, "text/html", "<p>", [], id="what the network keeps, status and all"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", "<p>", [], id="what the network keeps"),
        pytest.param(Initiator.SCRIPT, 200, "image/png", "1", ["Refused to execute"], id="what it hands over"),
        pytest.param(
            Initiator.SCRIPT, 404, "image/png", "1", ["Failed to load", "Refused to execute"], id="the status first"
        ),
        pytest.param(Initiator.STYLESHEET, 404, "text/plain", "1", ["Failed to load"], id="the status alone"),
        pytest.param(Initiator.IMAGE, 404, "text/plain", "1", ["Failed to load"], id="no image, and a status"),
        pytest.param(Initiator.IMAGE, 200, "text/plain", "1", [], id="no image"),
    ],
)
def test_without_cors(initiator: Initiator, status: int, kind: str, body: str, begins: list[str]) -> None:
    sniffs: Departures = frozenset({Departure.OPAQUE_SNIFFED})
    request = asks(initiator=initiator, mode=Mode.NO_CORS)
    outcome = ends(request, says(status, {"Content-Type": kind}, body=body, reason="x"), departures=sniffs)
    assert outcome.failure is not None
    assert [" ".join(line.text.split()[:3]) for line in write(outcome, request)] == begins


@pytest.mark.parametrize(
    ("initiator", "slow", "told"),
    [(Initiator.FONT, True, 1), (Initiator.FONT, False, 0), (Initiator.IMAGE, True, 0)],
)
def test_fonts_on_a_slow_network(initiator: Initiator, slow: bool, told: int) -> None:
    request = asks(initiator=initiator, slow_network=slow)
    lines = slow_network(ends(request, says(200)), request)
    assert [API in line.text for line in lines] == [True] * told
