"""Faults of methods, headers, exposed headers and max-age."""

from __future__ import annotations

import pytest

from cors_tui.fixes.name_faults import expose_faults, header_faults, max_age_faults, method_faults
from tests.rows import each_row


@each_row(
    ("method", "found"),
    [
        pytest.param("PATCH", [], id="upper case"),
        pytest.param("purge", [], id="a method of one's own is as it is"),
        pytest.param("patch", ["method-case"], id="patch is not PATCH"),
        pytest.param("Get", ["method-case"], id="mixed case"),
        pytest.param("CONNECT", ["forbidden-method"], id="CONNECT"),
        pytest.param("track", ["forbidden-method"], id="TRACK in any case"),
        pytest.param("GET, PUT", ["not-a-token"], id="two in one"),
        pytest.param("", ["not-a-token"], id="empty"),
        pytest.param("PUT\r\nX: y", ["not-a-token"], id="a second line"),
        pytest.param("PÜT", ["not-a-token"], id="beyond ASCII"),
    ],
)
def test_methods(method: str, found: list[str]) -> None:
    assert [fault.code for fault in method_faults((method,), credentials=True)] == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        pytest.param("X-API-Key", [], id="a header of one's own"),
        pytest.param("authorization", [], id="any case"),
        pytest.param("ETag", [], id="pages may send it, odd as it is"),
        pytest.param("Access-Control-Allow-Origin", ["response-header"], id="a header that the server sends"),
        pytest.param("vary", ["response-header"], id="Vary"),
        pytest.param("Cookie", ["forbidden-header"], id="the browser's own"),
        pytest.param("Sec-Fetch-Mode", ["forbidden-header"], id="the browser's own by prefix"),
        pytest.param("X-API-Key: 1", ["not-a-token"], id="with a value"),
        pytest.param("X Y", ["not-a-token"], id="a space"),
    ],
)
def test_headers(header: str, found: list[str]) -> None:
    assert [fault.code for fault in header_faults((header,), credentials=False)] == found


@pytest.mark.parametrize(
    ("header", "found"),
    [
        pytest.param("X-Request-Id", [], id="a header of one's own"),
        pytest.param("set-cookie", ["forbidden-expose"], id="never readable"),
        pytest.param("Authorization", ["request-header"], id="a header that requests carry"),
        pytest.param("X Y", ["not-a-token"], id="a space"),
    ],
)
def test_expose(header: str, found: list[str]) -> None:
    assert [fault.code for fault in expose_faults((header,), credentials=False)] == found


def test_a_star_is_a_wildcard_without_credentials_only() -> None:
    assert not list(method_faults(("*",), credentials=False))
    assert not list(expose_faults(("*",), credentials=False))
    for faults in (method_faults, header_faults, expose_faults):
        assert [fault.code for fault in faults(("*",), credentials=True)] == ["literal-wildcard"]


def test_a_star_does_not_cover_authorization() -> None:
    assert [(fault.code, fault.grave) for fault in header_faults(("*",), credentials=False)] == [
        ("wildcard-authorization", False)
    ]


@pytest.mark.parametrize(
    ("max_age", "found"),
    [
        (None, []),
        (0, []),
        (600, []),
        (601, [("max-age-capped", False)]),
        (7201, [("max-age-capped", False)]),
        (86400, [("max-age-capped", False)]),
        (86401, [("max-age", True)]),
        (-1, [("max-age", True)]),
    ],
)
def test_max_age(max_age: int | None, found: list[tuple[str, bool]]) -> None:
    """Safari keeps 600 s, Chromium 7200, Firefox 86400: beyond the last nobody does."""
    assert [(fault.code, fault.grave) for fault in max_age_faults(max_age)] == found


def test_each_cap_that_cuts_is_named() -> None:
    assert [fault.why for fault in max_age_faults(3600)] == ["Safari keeps 600 s at most"]
    assert [fault.why for fault in max_age_faults(10000)] == ["Safari keeps 600 s at most, Chromium 7200"]
