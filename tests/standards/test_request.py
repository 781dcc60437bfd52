"""Wire requests: when two are the same, and which are safe."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.standards.request import Role, WireRequest
from tests.standards.making import headers, url

WIRE = WireRequest(Role.ACTUAL, 0, "GET", url("https://a.example/x#f"), headers({"X-A": "1", "b": "2"}))


def test_case_and_order_of_headers_and_the_fragment_make_no_difference() -> None:
    other = replace(WIRE, url=url("https://a.example/x"), headers=headers({"B": "2", "x-a": "1"}))
    assert other.key == WIRE.key


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(WIRE, headers=headers({"X-A": "2", "b": "2"})), id="a value"),
        pytest.param(replace(WIRE, method="get"), id="the method's case"),
        pytest.param(replace(WIRE, role=Role.PREFLIGHT), id="the role"),
        pytest.param(replace(WIRE, credentials=True), id="credentials"),
        pytest.param(replace(WIRE, hop=1), id="the hop"),
        pytest.param(replace(WIRE, url=url("https://a.example/x?y")), id="the query"),
    ],
)
def test_what_makes_another_request(other: WireRequest) -> None:
    assert other.key != WIRE.key


def test_safe_methods() -> None:
    assert WIRE.is_safe
    assert not replace(WIRE, method="get").is_safe
    assert not replace(WIRE, method="DELETE").is_safe
