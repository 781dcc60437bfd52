"""Chromium's console: every recorded line written letter for letter, and read back."""

from __future__ import annotations

import pytest

from cors_tui.browsers.messages.chromium import read
from cors_tui.standards.verdict import Refusal
from tests.browsers.messages.playing import misread, played, wrong

NOT_MATCHED = {
    "h-redir-to-no-leading": "the recording kept only lines that name the case; the URL that failed does not. Asked "
    "again alone, with every line kept, the engine printed just what we write",
}


def test_every_recorded_console_is_written_letter_for_letter() -> None:
    found = wrong("chromium")
    print(f"chromium: {len(played('chromium')) - len(found)} of {len(played('chromium'))} consoles are the same")
    assert {name: lines for name, lines in found.items() if name not in NOT_MATCHED} == {}
    assert found.keys() == NOT_MATCHED.keys(), "listed, but it agrees"


def test_every_recorded_console_is_read_back_to_its_failure() -> None:
    said_as = {
        Refusal.REDIRECT_SCHEME: Refusal.SCHEME_NOT_HTTP,
        Refusal.MIXED_CONTENT: Refusal.SCHEME_NOT_HTTP,  # ftp: and ws: from an https: page
    }
    quiet = {each.case.id for each in played("chromium") if each.refusal is Refusal.REDIRECT_MODE_ERROR}
    assert {name: fault for name, fault in misread("chromium", said_as).items() if name not in quiet} == {}


BLOCKED = (
    "Access to fetch at 'https://api.example/x' from origin 'https://app.example' has been blocked by CORS policy: "
)


@pytest.mark.parametrize(
    ("text", "refusal", "value"),
    [
        pytest.param(
            BLOCKED + "The 'Access-Control-Allow-Origin' header contains the invalid value ''*''.",
            Refusal.ALLOW_ORIGIN_INVALID,
            "'*'",
            id="a quoted value keeps its own quotes",
        ),
        pytest.param(
            BLOCKED + "The 'Access-Control-Allow-Origin' header contains the invalid value ''.",
            Refusal.ALLOW_ORIGIN_INVALID,
            "",
            id="an empty value",
        ),
        pytest.param(
            BLOCKED
            + "Request header field baggage is not allowed by Access-Control-Allow-Headers in preflight response.",
            Refusal.HEADER_NOT_ALLOWED,
            "baggage",
            id="the header that is not allowed",
        ),
        pytest.param(
            BLOCKED + "Method patch is not allowed by Access-Control-Allow-Methods in preflight response.",
            Refusal.METHOD_NOT_ALLOWED,
            "patch",
            id="the method in its own case",
        ),
    ],
)
def test_what_a_line_quotes_is_read(text: str, refusal: Refusal, value: str) -> None:
    (reading,) = read(text)
    assert (reading.refusal, reading.value) == (refusal, value)
    assert (reading.url, reading.origin, reading.kind) == ("https://api.example/x", "https://app.example", "fetch")


def test_the_failing_hop_and_the_first_one_are_told_apart() -> None:
    (reading,) = read(
        "Access to image at 'https://b.example/2' (redirected from 'https://a.example/1') from origin 'null' has been "
        "blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
    )
    assert (reading.url, reading.redirected_from, reading.origin) == (
        "https://b.example/2",
        "https://a.example/1",
        "null",
    )


def test_a_preflights_failure_is_read_as_one() -> None:
    (reading,) = read(
        BLOCKED + "Response to preflight request doesn't pass access control check: It does not have HTTP ok status."
    )
    assert (reading.refusal, reading.in_preflight) == (Refusal.PREFLIGHT_STATUS, True)
