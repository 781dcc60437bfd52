"""The clues of a browser's line."""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import Reading
from cors_tui.diagnosis.text_rules.clues import clues_of, header_clues
from cors_tui.standards.verdict import Refusal

MISMATCH, INVALID = Refusal.ALLOW_ORIGIN_MISMATCH, Refusal.ALLOW_ORIGIN_INVALID

VALUES = [
    (MISMATCH, "http://localhost:3000", "value-origin"),
    (MISMATCH, "http://localhost:3000", "value-near"),
    (MISMATCH, "http://localhost:8084/", "value-slash"),
    (MISMATCH, "*", "value-star"),
    (MISMATCH, "null", "value-null"),
    (MISMATCH, "*, https://a.example", "value-list"),
    (INVALID, "**", "value-list"),
    (INVALID, "https://*.a.example", "value-pattern"),
    (INVALID, "", "value-empty"),
]


@pytest.mark.parametrize(("refusal", "value", "clue"), VALUES)
def test_the_value_of_the_header_is_looked_at(refusal: Refusal, value: str, clue: str) -> None:
    reading = Reading("chromium", refusal, origin="http://localhost:8084", value=value)
    assert clue in clues_of("", reading)


def test_a_far_origin_is_not_near() -> None:
    clues = clues_of("", Reading("chromium", MISMATCH, origin="https://a.example", value="https://b.example"))
    assert "value-origin" in clues
    assert "value-near" not in clues


@pytest.mark.parametrize(
    ("name", "clues"),
    [
        ("X-Mine", set()),
        ("Authorization", {"header-authorization"}),
        ("Access-Control-Allow-Origin", {"header-of-answer"}),
        ("sentry-trace", {"header-sdk"}),
        ("traceparent", {"header-sdk"}),
    ],
)
def test_a_header_s_name_tells(name: str, clues: set[str]) -> None:
    assert set(header_clues(name)) == clues


@pytest.mark.parametrize(
    ("network", "clue"),
    [
        ("ERR_NAME_NOT_RESOLVED", "net-name"),
        ("ERR_CERT_AUTHORITY_INVALID", "net-tls"),
        ("ERR_CONNECTION_REFUSED", "net-refused"),
        ("ERR_BLOCKED_BY_CLIENT", "net-blocker"),
        ("ERR_EMPTY_RESPONSE", "net-closed"),
        ("ERR_FAILED", "blocked"),
    ],
)
def test_a_network_error_tells(network: str, clue: str) -> None:
    assert clue in clues_of("", Reading("chromium", network=network))


def test_a_redirect_to_a_login_page_is_one() -> None:
    reading = Reading(
        "chromium", Refusal.ALLOW_ORIGIN_MISSING, "https://id.example/oauth2/authorize", "https://app.example",
        redirected_from="https://app.example/api",
    )  # fmt: skip
    assert {"redirected", "to-login"} <= clues_of("", reading).keys()


def test_secrets_in_a_redirect_are_masked() -> None:
    reading = Reading("chromium", url="https://a.example/?token=s3cret", redirected_from="https://b.example/")
    assert "s3cret" not in str(clues_of("", reading))


def test_a_generic_line_that_says_cors_is_not_the_network() -> None:
    assert "cors-word" in clues_of("", Reading("firefox", text="Reason: CORS Failed", certain=False))
    assert "cors-word" not in clues_of("", Reading("chromium", text="Failed to fetch", certain=False))
