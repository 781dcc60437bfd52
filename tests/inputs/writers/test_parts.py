"""The request as a browser sends it, and its secrets."""

from __future__ import annotations

import pytest

from cors_tui.case import Call
from cors_tui.inputs.writers import _parts as parts
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode

URL = "https://api.example/"


def test_a_body_brings_its_type_and_the_browser_its_headers() -> None:
    call = Call(URL, "https://app.example", body="x", credentials=CredentialsMode.INCLUDE, cookie="a=1")
    assert list(parts.sent_headers(call)) == [
        ("Origin", "https://app.example"), ("Content-Type", parts.TEXT), ("Cookie", "a=1"),
    ]  # fmt: skip


def test_no_cookie_without_credentials_and_no_type_twice() -> None:
    call = Call(URL, headers=HeaderList((("content-type", "a/b"),)), body="x", cookie="a=1")
    assert list(parts.sent_headers(call)) == [("content-type", "a/b")]


@pytest.mark.parametrize(
    ("url", "pieces"),
    [
        ("https://a.example/?b=c", [("https://a.example/?b=c", False)]),
        ("https://a.example/?token=x&b", [("https://a.example/?token=", False), ("TOKEN", True), ("&b", False)]),
        ("https://u:p@a.example/", [("https://", False), ("USER_AND_PASSWORD", True), ("@a.example/", False)]),
    ],
)
def test_a_url_in_pieces(url: str, pieces: list[tuple[str, bool]]) -> None:
    assert list(parts.url_pieces(url, False)) == pieces
    assert list(parts.url_pieces(url, True)) == [(url, False)]


@pytest.mark.parametrize(("name", "variable"), [("Authorization", "AUTHORIZATION"), ("X-Api-Key", "X_API_KEY"), ("1-token", "_1_TOKEN")])  # fmt: skip  # noqa: E501
def test_a_variable_s_name(name: str, variable: str) -> None:
    assert parts.variable(name) == variable


def test_bytes_that_are_no_text() -> None:
    assert parts.text_of("\xff") is None
    assert parts.text_of("Ã¼") == "ü"


def test_a_literal_cannot_end_a_script() -> None:
    assert "</script" not in parts.script_text("</script><!--")
