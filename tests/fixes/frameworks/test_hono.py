"""Hono's own `cors`: answers as they were measured, and the code."""

from __future__ import annotations

import pytest

from cors_tui.fixes.frameworks.hono import FRAMEWORK, recognise
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, brief, get, plain_options, preflight
from tests.rows import each_row

MEASURED = [
    pytest.param(preflight(), "204 O=A CMHTX V=Origin, ACRH", id="preflight"),
    pytest.param(preflight(EVIL), "204 O=- CMHTX V=Origin, ACRH", id="preflight from a denied origin"),
    pytest.param(preflight(method="PATCH"), "204 O=A CMHTX V=Origin, ACRH", id="preflight for a method not listed"),
    pytest.param(preflight(headers="x-not"), "204 O=A CMHTX V=Origin, ACRH", id="preflight for a header not listed"),
    pytest.param(preflight(headers=None), "204 O=A CMHTX V=Origin, ACRH", id="preflight for no header"),
    pytest.param(get(A), "O=A CX V=Origin", id="GET"),
    pytest.param(get(B), "O=B CX V=Origin", id="GET from the second origin"),
    pytest.param(get(EVIL), "O=- CX V=Origin", id="GET from a denied origin"),
    pytest.param(get(None), "O=- CX V=Origin", id="GET without Origin"),
    pytest.param(get("null"), "O=- CX V=Origin", id="GET from null"),
    pytest.param(plain_options(None), "204 O=- CMHTX V=Origin, ACRH", id="OPTIONS without Origin"),
]


@each_row(("wire", "answer"), MEASURED)
def test_answers_as_measured(wire: WireRequest, answer: str) -> None:
    assert brief(FRAMEWORK.expected(GOOD, wire, 200)) == answer


def test_names_are_sorted_and_in_lower_case() -> None:
    names = [name for name, _ in FRAMEWORK.expected(GOOD, preflight(), 200).headers]
    assert names == sorted(name.lower() for name in names)


def test_no_header_is_said_by_a_name_that_needs_no_leave() -> None:
    """An empty list would make Hono allow every header that is asked for."""
    fix = FRAMEWORK.fix(CorsPolicy(origins=(A,)), Remedy.SEND_POLICY)
    assert fix is not None
    assert "allowHeaders: ['Accept']" in fix.snippet


def test_patterns_take_a_function_that_never_reflects_unasked() -> None:
    fix = FRAMEWORK.fix(CorsPolicy(patterns=("https://*.example.com",), credentials=True), Remedy.SEND_POLICY)
    assert fix is not None
    assert r"/^https:\/\/([a-z0-9_-]+\.)+example\.com$/" in fix.snippet
    assert "? origin : null" in fix.snippet


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(404, body="404 Not Found\n"), "", id="with a newline it is another's"),
        pytest.param(Response(200, body="404 Not Found"), "", id="its text with another status"),
        pytest.param(Response(404, body="404 Not Found"), "404 Not Found", id="its 404"),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign
