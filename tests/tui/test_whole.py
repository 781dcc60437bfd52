"""Everything uncut: the console, every header, and secrets only when the person asked for them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange
from cors_tui.tui.view import View, judged
from cors_tui.tui.whole import whole_text

URL = parse_url("https://api.example.com/users")
assert URL is not None
SENT = WireRequest(Role.ACTUAL, 0, "GET", URL, HeaderList((("Origin", "https://app.example.com"),)))
CAME = Response(200, HeaderList((("Set-Cookie", "sid=abc123; Secure"), ("X-Long", "y" * 500))))
CASE = Case(
    Call(url=URL.href, origin="https://app.example.com"),
    pasted=("curl -H 'Authorization: Bearer abc123' https://api.example.com/users",),
    seen={AS_ASKED: Sighting(AS_ASKED, (Exchange(SENT, CAME),))},
)


@pytest.mark.parametrize("revealed", [False, True], ids=["masked", "revealed"])
def test_secrets_only_on_demand(revealed: bool) -> None:
    """Neither the paste nor a cookie is shown before the person asked."""
    text = whole_text(View(CASE, judgement=judged(CASE), revealed=revealed))
    assert ("abc123" in text) is revealed
    assert "y" * 500 in text


def test_every_browsers_console_and_every_exchange_is_there() -> None:
    """Nothing is elided."""
    view = View(CASE, judgement=judged(CASE))
    text = whole_text(view)
    for title in ("Chromium", "Firefox", "Safari"):
        assert f"console of {title}: BLOCKED" in text
    assert "> GET https://api.example.com/users" in text
    assert "< 200 OK" in text


def test_an_empty_case_has_no_text() -> None:
    """The pop-up says so itself."""
    assert whole_text(View(Case())) == ""


def test_a_huge_paste_is_cut_for_reading() -> None:
    """A megabyte would freeze the pop-up; how much is missing is said."""
    huge = replace(CASE, pasted=("x" * 1_000_000,))
    text = whole_text(View(huge, revealed=True))
    assert len(text) < 100_000
    assert "980,000 characters more" in text
