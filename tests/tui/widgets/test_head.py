"""The first line and the diagnosis."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Case
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.response import Response
from cors_tui.tui.widgets.head import banner, head
from tests.tui.judged_cases import CALL, allowed, answered, blocked, viewed

LONG = replace(CALL, url="https://api.example.com/" + "a" * 300, origin="https://" + "b" * 90 + ".example.com")


@pytest.mark.parametrize("width", [50, 80, 120, 200])
@pytest.mark.parametrize("call", [CALL, LONG, Case().call], ids=["short", "long", "empty"])
@pytest.mark.parametrize("lab", ["", "options-405"], ids=["own server", "lab"])
def test_the_head_is_exactly_one_line(call: object, width: int, lab: str) -> None:
    """Neither wrapped nor cut at its right end."""
    view = viewed(Case(call), width=width, lab=lab)  # type: ignore[arg-type] # the ids need one list of calls
    line = head(view)
    assert line.cell_length == width
    assert line.plain.endswith("? help ")


def test_method_url_and_origin_stand_in_it() -> None:
    """Where there is room, all of it."""
    text = head(viewed(Case(CALL), width=140)).plain
    assert "GET https://api.example.com/users/7" in text
    assert "from https://app.example.com" in text


def test_of_a_long_url_the_end_stays() -> None:
    """People know their host and look for the path."""
    call = replace(CALL, url="https://a-very-long-host-name.example.com/v2/organisations/users/7")
    assert "users/7  from" in head(viewed(Case(call), width=80)).plain


def test_a_secret_in_the_url_is_masked() -> None:
    """A token in the query is nobody else's business."""
    call = replace(CALL, url="https://api.example.com/?access_token=abc123")
    assert "abc123" not in head(viewed(Case(call), width=140)).plain


def test_not_cors_stands_above_everything() -> None:
    """The diagnosis, in its own words."""
    case = answered(CALL, Response(504, HeaderList((("Server", "nginx"),))))
    assert banner(viewed(case)).plain.startswith("Not CORS:")


def test_what_is_cors_says_why_in_the_same_place() -> None:
    """Not "Not CORS"."""
    text = banner(viewed(blocked())).plain
    assert text
    assert "Not CORS" not in text


def test_green_is_said_in_words() -> None:
    """And an unprobed case says nothing."""
    assert banner(viewed(allowed())).plain == "Every browser allows it."


COOKIES = replace(CALL, url="https://api.example.net/users", credentials=CredentialsMode.INCLUDE)
LET_IN = (("Access-Control-Allow-Origin", CALL.origin), ("Access-Control-Allow-Credentials", "true"))


@pytest.mark.parametrize(
    ("cookie", "says"),
    [
        pytest.param("sid=1; Path=/; SameSite=Lax", "Not CORS: The cookie sid", id="sure: it stands alone"),
        pytest.param(
            "sid=1; Path=/; SameSite=None; Secure",
            "Every browser allows it. Perhaps not CORS: Firefox and Safari",
            id="possible: green stays",
        ),
    ],
)
def test_what_else_is_wrong_is_said_where_every_browser_allows_it(cookie: str, says: str) -> None:
    """CORS is right, and the cookie stays at home."""
    came = Response(200, HeaderList((*LET_IN, ("Set-Cookie", cookie))))
    assert banner(viewed(answered(COOKIES, came))).plain.startswith(says)
    assert banner(viewed(Case())).plain == ""
