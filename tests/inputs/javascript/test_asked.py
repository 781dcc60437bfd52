"""A call told from code, as the call a browser makes."""

from __future__ import annotations

import pytest

from cors_tui.inputs.javascript.asked import Asked, call_of, joined, with_query
from cors_tui.inputs.javascript.values import UNDEFINED, Fields, Made, Unknown, Value

FORM = "application/x-www-form-urlencoded"


@pytest.mark.parametrize(
    ("body", "sent", "content_type"),
    [
        (UNDEFINED, None, None),
        (None, None, None),
        ("ü", "Ã¼", None),
        (Made("URLSearchParams", (Fields({"a": "b"}),)), "a=b", f"{FORM};charset=UTF-8"),
        (Fields(), "[object Object]", None),
    ],
)
def test_a_body_is_bytes_and_may_bring_a_type(body: Value, sent: str | None, content_type: str | None) -> None:
    call, _, _ = call_of(Asked("https://a.example", body=body))
    assert call.body == sent
    assert call.headers.get("content-type") == content_type


def test_a_form_is_multipart() -> None:
    call, _, _ = call_of(Asked("https://a.example", body=Made("FormData", (Fields({"a": "b"}),))))
    assert (call.headers.get("content-type") or "").startswith("multipart/form-data; boundary=")
    assert 'name="a"\r\n\r\nb\r\n' in (call.body or "")


def test_the_code_s_own_type_stays() -> None:
    asked = Asked("https://a.example", headers=[("content-type", "x/y")], body="z", content_type="application/json")
    assert list(call_of(asked)[0].headers) == [("content-type", "x/y")]


def test_the_page_is_told_by_the_referrer() -> None:
    assert call_of(Asked("https://a.example", referrer="https://app.example/x"))[0].origin == "https://app.example"
    assert call_of(Asked("https://a.example", referrer="about:client"))[0].origin == ""


def test_what_is_not_known_is_said() -> None:
    asked = Asked("https://a.example/${id}", headers=[("X-A", "${token}")])
    asked.take_unknown(Unknown("extra"), "headers")
    _, _, missed = call_of(asked)
    assert [each.rpartition(":")[2].strip() for each in missed] == [
        "headers (extra).", "id in the URL.", "token in the X-A.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("base", "url", "whole"),
    [
        ("", "/x", "/x"),
        ("https://a.example/v1", "/x", "https://a.example/v1/x"),
        ("https://a.example/v1/", "x", "https://a.example/v1/x"),
        ("https://a.example", "https://b.example/x", "https://b.example/x"),
        ("https://a.example", "", "https://a.example"),
    ],
)
def test_a_path_behind_a_base(base: str, url: str, whole: str) -> None:
    assert joined(base, url) == whole


def test_a_query_is_added_before_the_fragment() -> None:
    assert with_query("https://a.example/?b=1#f", Fields({"c": 2.0})) == "https://a.example/?b=1&c=2#f"
    assert with_query("https://a.example/", UNDEFINED) == "https://a.example/"
