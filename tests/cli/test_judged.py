"""The line that `judge` writes for one case."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.cli._judged import judged
from cors_tui.inputs.cases import read_case
from tests.truth.agreement import cases


def line_of(name: str) -> dict[str, Any]:
    return judged(read_case(cases()[name]), known_browsers())


def test_every_engine_and_the_standard_have_their_say() -> None:
    assert list(line_of("g1-000006")) == ["id", "chromium", "firefox", "webkit", "standard"]


def test_a_record_has_the_names_of_the_recordings() -> None:
    names = {"resolved", "type", "allowed", "status", "headers_visible", "console", "requests", "refusal"}
    for name in ("g1-000000", "g1-000006", "h-method-TRACE-uc-upper"):
        assert names <= line_of(name)["chromium"].keys()


def test_the_standard_names_step_and_clause() -> None:
    assert line_of("g1-000006")["standard"] == {
        "resolved": False,
        "type": None,
        "refusal": "allow-origin-missing",
        "step": "CORS check, step 2",
        "clause": "https://fetch.spec.whatwg.org/#concept-cors-check",
    }


def test_engines_that_differ_differ_in_the_line() -> None:
    """An https page and plain http on loopback: mixed content in Safari only."""
    line = line_of("g1-000118")
    assert [line[engine]["refusal"] == "mixed-content" for engine in known_browsers()] == [False, False, True]


@pytest.mark.parametrize("name", ["h-lna-https-to-loopback-no-acao"])
def test_an_engine_that_asks_the_person_neither_resolved_nor_refused(name: str) -> None:
    record = line_of(name)["firefox"]
    assert (record["resolved"], record["refusal"], record["asks"]) == (False, None, True)


def test_requests_have_role_hop_method_target_and_headers() -> None:
    preflight, actual = line_of("g1-000000")["chromium"]["requests"]
    assert (preflight["role"], preflight["method"], preflight["target"]) == ("preflight", "OPTIONS", "/case/g1-000000")
    assert ["Access-Control-Request-Method", "patch"] in preflight["headers"]
    assert (actual["role"], actual["hop"], actual["method"]) == ("actual", 0, "patch")


def test_a_line_is_json() -> None:
    assert json.loads(json.dumps(line_of("g1-000000"))) == line_of("g1-000000")
