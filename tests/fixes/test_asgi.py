"""Starlette's CORSMiddleware: answers as they were measured, and code that means the policy."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.fixes import asgi
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.request import WireRequest
from tests.fixes.frameworks.asked import EVIL, GOOD, A, B, brief, get, plain_options, preflight
from tests.rows import each_row


def for_private_network() -> WireRequest:
    wire = preflight()
    return replace(wire, headers=wire.headers.plus("Access-Control-Request-Private-Network", "true"))


PREFLIGHT_VARY = "V=Origin, ACRM, ACRH, ACRPN"
MEASURED = [
    pytest.param(preflight(), f"200 O=A CMHT {PREFLIGHT_VARY}", id="preflight"),
    pytest.param(preflight(EVIL), f"400 O=- CMHT {PREFLIGHT_VARY}", id="preflight from a denied origin"),
    pytest.param(preflight(method="PATCH"), f"400 O=A CMHT {PREFLIGHT_VARY}", id="preflight for a method not listed"),
    pytest.param(preflight(headers="x-not"), f"400 O=A CMHT {PREFLIGHT_VARY}", id="preflight for a header not listed"),
    pytest.param(preflight(headers=""), f"400 O=A CMHT {PREFLIGHT_VARY}", id="preflight for a header without a name"),
    pytest.param(for_private_network(), f"400 O=A CMHT {PREFLIGHT_VARY}", id="preflight for the private network"),
    pytest.param(preflight(headers=None), f"200 O=A CMHT {PREFLIGHT_VARY}", id="preflight for no header"),
    pytest.param(get(A), "O=A CX V=Origin", id="GET"),
    pytest.param(get(B), "O=B CX V=Origin", id="GET from the second origin"),
    pytest.param(get(EVIL), "O=- CX V=Origin", id="GET from a denied origin"),
    pytest.param(get(None), "O=- · V=Origin", id="GET without Origin"),
    pytest.param(get("null"), "O=- CX V=Origin", id="GET from null"),
    pytest.param(plain_options(), "O=A CX V=Origin", id="OPTIONS that is no preflight"),
    pytest.param(plain_options(None), "O=- · V=Origin", id="OPTIONS without Origin"),
    pytest.param(preflight(None), "O=- · V=Origin", id="a preflight's headers without Origin"),
]


@each_row(("wire", "answer"), MEASURED)
def test_answers_as_measured(wire: WireRequest, answer: str) -> None:
    assert brief(asgi.expected(GOOD, wire, 200)) == answer


def test_the_allowed_headers_are_sorted_among_the_safelisted_ones() -> None:
    headers = asgi.expected(GOOD, preflight(), 200).headers
    assert headers.get("access-control-allow-headers") == (
        "Accept, Accept-Language, Authorization, Content-Language, Content-Type, X-API-Key"
    )


TOKENS = st.text("!#$%&'*+-.^_`|~09azAZ", min_size=1, max_size=8).filter(lambda name: name != "*")
HOSTS = st.text("abz09", min_size=1, max_size=5).map("x{}.example.test".format)
POLICIES = st.builds(
    CorsPolicy,
    origins=st.lists(HOSTS.map("https://{}".format), unique=True, max_size=3).map(tuple),
    methods=st.lists(TOKENS, max_size=3).map(tuple),
    headers=st.lists(TOKENS, max_size=3).map(tuple),
    expose=st.lists(TOKENS, max_size=3).map(tuple),
    credentials=st.booleans(),
    max_age=st.none() | st.integers(0, 86400),
)


@given(POLICIES)
def test_the_code_means_the_policy(policy: CorsPolicy) -> None:
    """Read by Python's own parser, every argument has the policy's value."""
    called = arguments(asgi.snippet(policy, Remedy.SEND_POLICY, "starlette"))
    lower = {name.lower() for name in policy.headers}
    assert called["allow_origins"] == list(policy.origins)
    assert set(called["allow_methods"]) == {"GET", "HEAD", "POST", *policy.methods}
    assert {name.lower() for name in called.get("allow_headers", [])} == lower
    assert {name.lower() for name in called.get("expose_headers", [])} == {name.lower() for name in policy.expose}
    assert called.get("allow_credentials", False) == policy.credentials
    assert called.get("max_age") == policy.max_age


def test_patterns_become_one_expression_that_fits_whole_origins() -> None:
    policy = CorsPolicy(patterns=("https://*.example.com", "https://*.shop.test:8443"))
    called = arguments(asgi.snippet(policy, Remedy.SEND_POLICY, "starlette"))
    fits = [
        origin
        for origin in (
            "https://a.example.com",
            "https://a.shop.test:8443",
            "https://a.exampleXcom",
            "https://a.shop.test",
        )
        if re.fullmatch(called["allow_origin_regex"], origin)
    ]
    assert fits == ["https://a.example.com", "https://a.shop.test:8443"]


@pytest.mark.parametrize(
    ("value", "origins"),
    [
        pytest.param(None, [], id="unset"),
        pytest.param("", [], id="empty"),
        pytest.param(" , ,", [], id="nothing but commas"),
        pytest.param("*", [], id="a star"),
        pytest.param("null,undefined", [], id="words"),
        pytest.param(" https://a.test/ ,https://b.test//", ["https://a.test", "https://b.test"], id="untidy"),
    ],
)
def test_the_list_of_the_environment(value: str | None, origins: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The code itself is run: empty means nobody."""
    monkeypatch.delenv("CORS_ORIGINS", raising=False)
    if value is not None:
        monkeypatch.setenv("CORS_ORIGINS", value)
    code = asgi.snippet(CorsPolicy(from_env="CORS_ORIGINS"), Remedy.SEND_POLICY, "starlette")
    names: dict[str, Any] = {}
    exec(code.partition("from starlette")[0] + code[code.index("allowed_origins") : code.index("app = ")], names)
    assert names["allowed_origins"] == origins


def arguments(code: str) -> dict[str, Any]:
    """The keyword arguments of the last statement, with `allowed_origins` put in."""
    *before, last = ast.parse(code).body
    assert isinstance(last, ast.Assign)
    assert isinstance(last.value, ast.Call)
    names: dict[str, Any] = {}
    for statement in before:
        if isinstance(statement, ast.Assign):
            names["allowed_origins"] = ast.literal_eval(statement.value)
    return {str(keyword.arg): _value(keyword.value, names) for keyword in last.value.keywords}


def _value(expression: ast.expr, names: dict[str, Any]) -> Any:
    return names[expression.id] if isinstance(expression, ast.Name) else ast.literal_eval(expression)
