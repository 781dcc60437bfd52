"""Fastify with @fastify/cors: answers as they were measured, and the code."""

from __future__ import annotations

import pytest

from cors_tui.fixes.frameworks.fastify import FRAMEWORK, recognise
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, brief, get, plain_options, preflight

MEASURED = [
    pytest.param(preflight(), "204 O=A CMHTX V=Origin", id="preflight"),
    pytest.param(preflight(EVIL), "204 O=- CMHTX V=Origin", id="preflight from a denied origin"),
    pytest.param(preflight(method="PATCH"), "204 O=A CMHTX V=Origin", id="preflight for a method not listed"),
    pytest.param(preflight(headers="x-not-listed"), "204 O=A CMHTX V=Origin", id="preflight for a header not listed"),
    pytest.param(get(A), "O=A CX V=Origin", id="GET"),
    pytest.param(get(B), "O=B CX V=Origin", id="GET from the second origin"),
    pytest.param(get(EVIL), "O=- CX V=Origin", id="GET from a denied origin"),
    pytest.param(get(None), "O=- CX V=Origin", id="GET without Origin"),
    pytest.param(plain_options(None), "400 O=- CX V=Origin", id="OPTIONS without Origin"),
]


@pytest.mark.parametrize(("wire", "answer"), MEASURED)
def test_answers_as_measured(wire: WireRequest, answer: str) -> None:
    assert brief(FRAMEWORK.expected(GOOD, wire, 200)) == answer


def test_methods_are_always_set_since_the_default_leaves_three_out() -> None:
    """PUT, PATCH and DELETE are not among the plugin's own."""
    fix = FRAMEWORK.fix(CorsPolicy(origins=(A,), methods=("PUT",)), Remedy.SEND_POLICY)
    assert fix is not None
    assert "methods: ['GET', 'HEAD', 'POST', 'PUT']" in fix.snippet


def test_it_is_registered_before_the_guard() -> None:
    source = FRAMEWORK.program(GOOD).files["app.mjs"]
    assert source.index("app.register(cors") < source.index("app.addHook(")


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(404, body='{"message":"Cannot GET /x"}'), "", id="Nest"),
        pytest.param(Response(200, body='{"message":"Route GET:/x not found"}'), "", id="with another status"),
        pytest.param(Response(404, body='{"message":"Route GET:/x not found"}'), '{"message":"Route ', id="its 404"),
        pytest.param(
            Response(400, body="Invalid Preflight Request"), "Invalid Preflight Request", id="its refused preflight"
        ),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign
