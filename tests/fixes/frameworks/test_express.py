"""Express with the `cors` package: answers as they were measured, and the code."""

from __future__ import annotations

import json

import pytest

from cors_tui.fixes.frameworks.express import FRAMEWORK, recognise
from cors_tui.fixes.policy_faults import PolicyRefusedError
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, brief, get, plain_options, preflight
from tests.rows import each_row

MEASURED = [
    pytest.param(preflight(), "204 O=A CMHTX V=Origin", id="preflight"),
    pytest.param(preflight(EVIL), "204 O=- CMHTX V=Origin", id="preflight from a denied origin"),
    pytest.param(preflight(method="PATCH"), "204 O=A CMHTX V=Origin", id="preflight for a method not listed"),
    pytest.param(preflight(headers="x-not-listed"), "204 O=A CMHTX V=Origin", id="preflight for a header not listed"),
    pytest.param(preflight(headers=None), "204 O=A CMHTX V=Origin", id="preflight for no header"),
    pytest.param(get(A), "O=A CX V=Origin", id="GET"),
    pytest.param(get(B), "O=B CX V=Origin", id="GET from the second origin"),
    pytest.param(get(EVIL), "O=- CX V=Origin", id="GET from a denied origin"),
    pytest.param(get(None), "O=- CX V=Origin", id="GET without Origin"),
    pytest.param(get("null"), "O=- CX V=Origin", id="GET from null"),
    pytest.param(plain_options(), "204 O=A CMHTX V=Origin", id="OPTIONS that is no preflight"),
    pytest.param(plain_options(None), "204 O=- CMHTX V=Origin", id="OPTIONS without Origin"),
]


@each_row(("wire", "answer"), MEASURED)
def test_answers_as_measured(wire: WireRequest, answer: str) -> None:
    assert brief(FRAMEWORK.expected(GOOD, wire, 200)) == answer


def test_lines_stand_in_the_order_of_the_wire() -> None:
    assert FRAMEWORK.expected(GOOD, preflight(), 200).headers.pairs == (
        ("Access-Control-Allow-Origin", A),
        ("Vary", "Origin"),
        ("Access-Control-Allow-Credentials", "true"),
        ("Access-Control-Allow-Methods", "GET,HEAD,POST,PUT,DELETE"),
        ("Access-Control-Allow-Headers", "Content-Type,Authorization,X-API-Key"),
        ("Access-Control-Max-Age", "600"),
        ("Access-Control-Expose-Headers", "X-Request-Id"),
    )


def test_the_snippet_names_what_the_policy_grants_and_no_more() -> None:
    fix = FRAMEWORK.fix(CorsPolicy(origins=(A,), headers=("X-API-Key",)), Remedy.SEND_POLICY)
    assert fix is not None
    assert fix.snippet == (
        "import cors from 'cors';\n\n"
        "const allowedOrigins = ['https://app.example.com'];\n\n"
        "app.use(cors({\n"
        "  origin: allowedOrigins,\n"
        "  methods: ['GET', 'HEAD', 'POST'],\n"
        "  allowedHeaders: ['X-API-Key'],\n"
        "}));"
    )


@pytest.mark.parametrize("remedy", FRAMEWORK.remedies)
@pytest.mark.parametrize("trap", ["app.options(", "new Error", "origin: true", "null", "'*'"])
def test_no_remedy_falls_into_the_known_traps(remedy: Remedy, trap: str) -> None:
    """A wildcard path crashes Express 5, an error is a 500, `true` reflects every origin."""
    fix = FRAMEWORK.fix(GOOD, remedy)
    assert fix is not None
    assert trap not in fix.snippet


def test_headers_are_always_listed_since_a_missing_list_allows_every_header() -> None:
    fix = FRAMEWORK.fix(CorsPolicy(origins=(A,)), Remedy.SEND_POLICY)
    assert fix is not None
    assert "allowedHeaders: []" in fix.snippet


def test_the_program_pins_the_version_asked_for() -> None:
    manifest = json.loads(FRAMEWORK.program(GOOD, "4").files["package.json"])
    assert manifest["dependencies"]["express"].startswith("4.")


def test_a_faulty_policy_becomes_no_program() -> None:
    with pytest.raises(PolicyRefusedError, match="null"):
        FRAMEWORK.program(CorsPolicy(origins=("null",)))


def test_a_faulty_policy_has_no_fix() -> None:
    assert FRAMEWORK.fix(CorsPolicy(origins=("*",), credentials=True), Remedy.SEND_POLICY) is None


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(404, body="<pre>Cannot POST it</pre>"), "", id="a text that is nearly its own"),
        pytest.param(Response(200, body="<pre>Cannot GET /x</pre>"), "", id="its text in a page that was found"),
        pytest.param(Response(200, HeaderList((("X-Powered-By", "Next.js"),))), "", id="another power"),
        pytest.param(
            Response(200, HeaderList((("x-powered-by", "Express"),))), "X-Powered-By: Express", id="its header"
        ),
        pytest.param(Response(404, body="<pre>Cannot GET /x</pre>"), "<pre>Cannot GET /", id="its 404"),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign
