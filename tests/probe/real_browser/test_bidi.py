"""Reading Firefox's events: what was sent, and what was printed."""

import base64

from cors_tui.probe.real_browser.answer import PrintedLine
from cors_tui.probe.real_browser.bidi import console_lines, sent_requests
from cors_tui.probe.real_browser.events import Event
from cors_tui.probe.real_browser.wire import Params


def request(key: str, method: str, started: float, headers: list[Params]) -> Params:
    url = "https://api.example.test/x"
    return {"request": key, "method": method, "url": url, "headers": headers, "timings": {"requestStart": started}}


def meant(key: str, method: str, hop: int = 0, **headers: str) -> Event:
    listed = [{"name": n.replace("_", "-"), "value": {"type": "string", "value": v}} for n, v in headers.items()]
    return "network.beforeRequestSent", {"request": request(key, method, 0, listed), "redirectCount": hop}


def completed(key: str, started: float, status: int, hop: int = 0) -> Event:
    params = {"request": request(key, "", started, []), "redirectCount": hop, "response": {"status": status}}
    return "network.responseCompleted", params


def failed(key: str, started: float, hop: int = 0) -> Event:
    return "network.fetchError", {
        "request": request(key, "", started, []),
        "redirectCount": hop,
        "errorText": "NS_ERROR",
    }


def told(*events: Event) -> list[tuple[str, str, int | None]]:
    return [(request.role.value, request.method, request.status) for request in sent_requests(events)]


PREFLIGHT = meant("p", "OPTIONS", Access_Control_Request_Method="PUT")


def test_a_request_whose_preflight_failed_was_not_sent() -> None:
    """Firefox tells of the request first, and of its failure last, but not one byte of it was sent."""
    events = (meant("1", "PUT"), PREFLIGHT, failed("p", 1000.5), failed("1", 0))
    assert told(*events) == [("preflight", "OPTIONS", None)]


def test_what_a_refused_preflight_was_answered_is_told_before_its_end() -> None:
    answered = ("network.responseStarted", completed("p", 1000.5, 204)[1])
    events = (meant("1", "PUT"), PREFLIGHT, answered, failed("p", 1000.5), failed("1", 0))
    assert told(*events) == [("preflight", "OPTIONS", 204)]


def test_the_order_is_that_of_the_first_bytes() -> None:
    events = (meant("1", "PUT"), PREFLIGHT, completed("p", 1000.5, 204), completed("1", 1001.5, 200))
    assert told(*events) == [("preflight", "OPTIONS", 204), ("actual", "PUT", 200)]


def test_a_connection_that_was_refused_carried_nothing() -> None:
    assert told(meant("1", "GET"), failed("1", 0)) == []


def test_an_answer_cut_off_was_still_asked_for() -> None:
    assert told(meant("1", "GET"), failed("1", 1000.5)) == [("actual", "GET", None)]


def test_each_hop_of_a_redirect_is_a_request() -> None:
    events = (meant("1", "POST"), completed("1", 1.0, 303), meant("1", "GET", 1), completed("1", 2.0, 200, 1))
    assert told(*events) == [("actual", "POST", 303), ("actual", "GET", 200)]


def test_an_options_of_the_pages_own_is_no_preflight() -> None:
    assert told(meant("1", "OPTIONS"), completed("1", 1.0, 200)) == [("actual", "OPTIONS", 200)]


def test_header_values_that_are_no_text_come_as_bytes() -> None:
    method, params = meant("1", "GET")
    value = {"type": "base64", "value": base64.b64encode(b"caf\xe9").decode()}
    params["request"]["headers"] = [{"name": "X-A", "value": value}]
    (found,) = sent_requests(((method, params), completed("1", 1.0, 200)))
    assert found.headers.get("x-a") == "caf\xe9"


def test_console_lines_keep_their_order() -> None:
    def line(text: str | None) -> Event:
        return "log.entryAdded", {"text": text, "type": "javascript", "level": "error"}

    assert console_lines((line("one"), PREFLIGHT, line("two"), line(None))) == (
        PrintedLine("one", "javascript", "error"),
        PrintedLine("two", "javascript", "error"),
        PrintedLine("", "javascript", "error"),
    )
