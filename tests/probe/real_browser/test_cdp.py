"""Reading Chromium's events: what was sent, and what was printed."""

from typing import Any

from cors_tui.probe.real_browser.answer import PrintedLine
from cors_tui.probe.real_browser.cdp import console_lines, sent_requests
from cors_tui.probe.real_browser.events import Event
from cors_tui.standards.request import Role


def meant(key: str, method: str, why: str = "script", url: str = "https://api.example.test/x") -> Event:
    params = {"requestId": key, "request": {"method": method, "url": url}, "initiator": {"type": why}, "type": "Fetch"}
    return "Network.requestWillBeSent", params


def sent(key: str, **headers: str) -> Event:
    return "Network.requestWillBeSentExtraInfo", {"requestId": key, "headers": headers}


def answered(key: str, status: int) -> Event:
    return "Network.responseReceivedExtraInfo", {"requestId": key, "statusCode": status}


def told(*events: Event) -> list[tuple[str, str, int | None]]:
    return [(request.role.value, request.method, request.status) for request in sent_requests(events)]


def test_a_request_whose_preflight_failed_was_not_sent() -> None:
    """Chromium tells of the request it means to send before it tells that nothing came of it."""
    events = (meant("1", "PUT"), meant("p", "OPTIONS", "preflight"), sent("p"), answered("p", 403))
    assert told(*events) == [("preflight", "OPTIONS", 403)]


def test_the_order_is_that_of_the_wire() -> None:
    """The request is told of first, its preflight is sent first."""
    events = (
        meant("1", "PUT"),
        meant("p", "OPTIONS", "preflight"),
        sent("p"),
        answered("p", 204),
        sent("1"),
        answered("1", 200),
    )
    assert told(*events) == [("preflight", "OPTIONS", 204), ("actual", "PUT", 200)]


def test_what_was_sent_may_be_told_before_what_was_meant() -> None:
    assert told(sent("1"), meant("1", "GET"), answered("1", 200)) == [("actual", "GET", 200)]


def test_each_hop_of_a_redirect_has_its_own_headers_and_answer() -> None:
    events = (
        meant("1", "POST"), sent("1", Origin="https://a.test"), answered("1", 303),
        meant("1", "GET", url="https://other.example.test/y"), sent("1", Origin="null"), answered("1", 200),
    )  # fmt: skip
    first, second = sent_requests(events)
    assert (first.method, first.status, first.headers.get("origin")) == ("POST", 303, "https://a.test")
    assert (second.url, second.status, second.headers.get("origin")) == ("https://other.example.test/y", 200, "null")


def test_an_options_of_the_pages_own_is_no_preflight() -> None:
    assert sent_requests((meant("1", "OPTIONS"), sent("1")))[0].role is Role.ACTUAL


def test_no_answer_has_no_status() -> None:
    assert told(meant("1", "GET"), sent("1")) == [("actual", "GET", None)]


def test_console_lines_keep_order_source_and_level() -> None:
    def line(**entry: Any) -> Event:
        return "Log.entryAdded", {"entry": entry}

    events: tuple[Event, ...] = (
        line(text="Access to fetch …", source="javascript", level="error", url="https://a.test/"),
        ("Network.loadingFailed", {}),
        line(text="Failed to load resource: net::ERR_FAILED", source="network", level="error"),
    )
    assert console_lines(events) == (
        PrintedLine("Access to fetch …", "javascript", "error"),
        PrintedLine("Failed to load resource: net::ERR_FAILED", "network", "error"),
    )
