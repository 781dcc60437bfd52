"""Our record of a case has the names and meanings of the recorded ones."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cors_tui.inputs.cases import play, read_case
from cors_tui.inputs.recording import recorded, requested
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.header_list import HeaderList

ALLOW = [["Access-Control-Allow-Origin", "*"], ["X-A", "1"], ["Content-Type", "text/javascript"]]


def record(page: str = "https://app.example.test", status: int = 200, **asked: Any) -> dict[str, Any]:
    case = read_case(
        json.dumps(
            {
                "id": "c1",
                "page_origin": page,
                "request": {"url": "https://api.example.test/case/c1?x", **asked},
                "server": {"actual": {"status": status, "headers": ALLOW}},
            }
        )
    )
    return recorded(case, play(case, NO_DEPARTURES))


@pytest.mark.parametrize(
    ("asked", "seen"),
    [
        pytest.param({}, ("cors", True, 200, "https://api.example.test/case/c1?x"), id="cors"),
        pytest.param({"mode": "no-cors"}, ("opaque", False, 0, ""), id="opaque shows neither status nor URL"),
        pytest.param({"api": "xhr"}, ("xhr", True, 200, "https://api.example.test/case/c1?x"), id="XMLHttpRequest"),
        pytest.param({"api": "module"}, ("script", True, None, None), id="an element shows only that it loaded"),
    ],
)
def test_what_script_sees(asked: dict[str, Any], seen: tuple[object, ...]) -> None:
    found = record(**asked)
    assert (found["type"], found["allowed"], found.get("status"), found.get("url")) == seen


def test_same_origin_is_resolved_and_not_allowed_by_cors() -> None:
    found = record("https://api.example.test")
    assert (found["resolved"], found["allowed"], found["type"]) == (True, False, "basic")


def test_rejected_shows_nothing_but_the_requests() -> None:
    found = record(credentials="include")
    assert set(found) == {"allowed", "resolved", "requests"}
    assert found["requests"][0]["target"] == "/case/c1?x"


def test_a_request_that_is_dressed_shows_all_it_wears() -> None:
    case = read_case(
        '{"id": "c1", "page_origin": "null", "request": {"url": "https://a.test/case/c1/3"}, "server": {}}'
    )
    (exchange,) = play(case, NO_DEPARTURES).exchanges
    assert requested(exchange)["headers"] == [["Origin", "null"]]
    dressed = requested(exchange, HeaderList((("Host", "a.test"), ("Origin", "null"))))
    assert dressed == {
        "role": "actual",
        "hop": 3,
        "method": "GET",
        "target": "/case/c1/3",
        "headers": [["Host", "a.test"], ["Origin", "null"]],
    }
