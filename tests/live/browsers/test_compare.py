"""The comparison notices what it must, and only that."""

import copy
from typing import Any

import pytest

from tests.live.browsers.compare import disagreements, judge, without_repeats

CASE: dict[str, Any] = {
    "id": "c", "page_origin": "https://app.example.test",
    "request": {"api": "fetch", "method": "GET", "url": "https://api.example.test/case/c", "headers": [],
                "credentials": "same-origin", "mode": "cors", "redirect": "follow", "body": None},
    "server": {"preflight": {"status": 204, "headers": []},
               "actual": {"status": 200, "headers": [["Access-Control-Allow-Origin", "*"]], "body": ""}},
}  # fmt: skip
RECORD: dict[str, Any] = {
    "id": "c", "engine": "chromium", "outcome": "resolved", "resolved": True, "type": "cors",
    "headers_visible": ["content-length"], "console": [],
    "requests": [{"role": "actual", "hop": 0, "method": "GET", "target": "/case/c",
                  "headers": [["Host", "api.example.test"], ["Origin", "https://app.example.test"]]}],
}  # fmt: skip


def changed(**values: Any) -> dict[str, Any]:
    return copy.deepcopy(RECORD) | values


def test_the_same_is_no_disagreement() -> None:
    assert disagreements(CASE, RECORD, with_console=False) == {}


def test_what_is_not_compared_may_differ() -> None:
    record = changed(status=418, url="elsewhere")
    record["requests"][0]["headers"].append(["User-Agent", "any"])
    assert disagreements(CASE, record, with_console=False) == {}


@pytest.mark.parametrize(
    ("field", "value"),
    [("resolved", False), ("type", "basic"), ("headers_visible", []), ("requests", [])],
)
def test_each_compared_field_is_noticed(field: str, value: object) -> None:
    assert field in disagreements(CASE, changed(**{field: value}), with_console=False)


@pytest.mark.parametrize(
    ("field", "value"), [("role", "preflight"), ("hop", 1), ("method", "get"), ("target", "/case/c?"), ("headers", [])]
)
def test_each_part_of_a_request_is_noticed(field: str, value: object) -> None:
    record = changed()
    record["requests"][0][field] = value
    assert list(disagreements(CASE, record, with_console=False)) == ["requests"]


def test_a_retried_request_counts_once() -> None:
    once = without_repeats([("actual", 0, "GET", "/case/c", ())])
    assert without_repeats([("actual", 0, "GET", "/case/c", ())] * 4) == once
    assert len(without_repeats([("actual", hop, "GET", "/", ()) for hop in (0, 1, 0)])) == 3


@pytest.mark.parametrize(("close", "same"), [(True, True), (False, False)])
def test_the_console_of_a_closed_connection_does_not_count(close: bool, same: bool) -> None:
    case = copy.deepcopy(CASE)
    case["server"]["actual"]["close"] = close
    ours = judge(case, "firefox")
    record = changed(engine="firefox", console=[{"text": "else", "source": "x", "level": "error"}])
    record |= {key: ours[key] for key in ("resolved", "type", "headers_visible")}
    assert ("console" not in disagreements(case, record, with_console=True)) is same


def test_script_sees_no_type_in_xml_http_request() -> None:
    case = copy.deepcopy(CASE)
    case["request"]["api"] = "xhr"
    assert disagreements(case, changed(type="xhr"), with_console=False) == {}
