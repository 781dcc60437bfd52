"""The request as a browser sends it, and its secrets."""

from __future__ import annotations

import pytest

from cors_tui.case import Call
from cors_tui.inputs.writers import _parts as parts
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode

URL = "https://api.example/"


def test_a_body_brings_its_type_and_the_browser_its_headers() -> None:
    call = Call(URL, "https://app.example", body="x", credentials=CredentialsMode.INCLUDE, cookie="a=1")
    assert list(parts.sent_headers(call)) == [
        ("Origin", "https://app.example"), ("Content-Type", parts.TEXT), ("Cookie", "a=1"),
    ]  # fmt: skip


def test_no_cookie_without_credentials_and_no_type_twice() -> None:
    call = Call(URL, headers=HeaderList((("content-type", "a/b"),)), body="x", cookie="a=1")
    assert list(parts.sent_headers(call)) == [("content-type", "a/b")]


PAGE = "https://app.example"
HOME = f"{PAGE}/x"
IMG, NO_CORS = Initiator.IMAGE, Mode.NO_CORS
SILENT_FETCH = [("Sec-Fetch-Dest", "empty"), ("Sec-Fetch-Mode", "no-cors")]
SILENT_IMAGE = [("Sec-Fetch-Dest", "image"), ("Sec-Fetch-Mode", "no-cors")]

# what is copied, and every header of the copy
SENT = [
    ("a GET with CORS", Call(URL, PAGE), [("Origin", PAGE)]),
    ("of an unknown page", Call(URL), []),
    ("of a page opened as a file", Call(URL, "null"), [("Origin", "null")]),
    ("of a page that is no origin", Call(URL, "app"), [("Origin", "app")]),
    ("to what is no URL", Call("api", PAGE), [("Origin", PAGE)]),
    ("a GET at home", Call(HOME, PAGE), []),
    ("a PUT at home", Call(HOME, PAGE, "PUT"), [("Origin", PAGE)]),
    ("cookies at home", Call(HOME, PAGE, cookie="a=1"), [("Cookie", "a=1")]),
    ("what script may not set", Call(URL, PAGE, headers=HeaderList((("Host", "x"),))), [("Origin", PAGE)]),
    (
        "a no-cors GET",
        Call(URL, PAGE, headers=HeaderList((("X-Own", "1"),)), mode=NO_CORS),
        SILENT_FETCH,
    ),
    (
        "a no-cors POST",
        Call(URL, PAGE, "POST", body="x", mode=NO_CORS),
        [("Origin", PAGE), ("Content-Type", parts.TEXT), *SILENT_FETCH],
    ),
    ("an image", Call(URL, PAGE, mode=NO_CORS, initiator=IMG), SILENT_IMAGE),
    (
        "an image with its cookies",
        Call(URL, PAGE, mode=NO_CORS, initiator=IMG, credentials=CredentialsMode.INCLUDE, cookie="a=1"),
        [*SILENT_IMAGE, ("Cookie", "a=1")],
    ),
    (
        "an image with crossorigin",
        Call(URL, PAGE, initiator=IMG),
        [("Origin", PAGE), ("Sec-Fetch-Dest", "image"), ("Sec-Fetch-Mode", "cors")],
    ),
    (
        "an event stream",
        Call(URL, PAGE, initiator=Initiator.EVENT_SOURCE),
        [("Origin", PAGE), ("Accept", "text/event-stream"), ("Sec-Fetch-Dest", "empty"), ("Sec-Fetch-Mode", "cors")],
    ),
    ("XMLHttpRequest", Call(URL, PAGE, initiator=Initiator.XHR), [("Origin", PAGE)]),
]


@pytest.mark.parametrize(("what", "call", "sent"), SENT, ids=[row[0] for row in SENT])
def test_a_copy_holds_what_a_browser_sends(what: str, call: Call, sent: list[tuple[str, str]]) -> None:
    assert list(parts.sent_headers(call)) == sent


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
