"""The quick table and the search over what stands in the console."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import known_causes
from cors_tui.report.reference import QUICK_TABLE, Row, search, topic
from cors_tui.report.topics import TOPICS

CAUSES = {cause.name for cause in known_causes().values()}

CONSOLE_LINES = {
    "chromium, no header": (
        "Access to fetch at 'https://api.example.com/users' from origin 'https://app.example.com' has been blocked by "
        "CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
        "no-allow-origin",
    ),
    "chromium, preflight status": (
        "Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
        "options-not-handled",
    ),
    "chromium, header": (
        "Request header field x-api-key is not allowed by Access-Control-Allow-Headers in preflight response.",
        "header-not-allowed",
    ),
    "chromium, method": (
        "Method PATCH is not allowed by Access-Control-Allow-Methods in preflight response.",
        "method-not-allowed",
    ),
    "chromium, wildcard": (
        "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the "
        "request's credentials mode is 'include'.",
        "wildcard-with-credentials",
    ),
    "chromium, twice": (
        "The 'Access-Control-Allow-Origin' header contains multiple values '*, *', but only one is allowed.",
        "doubled-by-two-layers",
    ),
    "firefox, credentials": (
        "(Reason: expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’).",
        "allow-credentials-missing",
    ),
    "the line behind the line": ("POST https://api.example.com/upload net::ERR_FAILED 413", "body-too-large"),
    "a few words": ("localhost 127.0.0.1", "origin-wrong-host-or-port"),
    "a topic's name": ("bypass", "bypass"),
}


@pytest.mark.parametrize("name", CONSOLE_LINES)
def test_a_console_line_finds_its_cause_among_the_first_three(name: str) -> None:
    text, wanted = CONSOLE_LINES[name]
    assert wanted in [hit.name for hit in search(text)[:3]]


@pytest.mark.parametrize("text", ["", "   ", "https://api.example.com/users", "the of and", "qqqq zzzz"])
def test_a_text_that_says_nothing_finds_nothing(text: str) -> None:
    assert search(text) == ()


def test_a_search_names_nothing_twice_and_the_best_first() -> None:
    hits = search("Access-Control-Allow-Origin header missing")
    names = [hit.name for hit in hits]
    assert len(names) == len(set(names)) > 1
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


@pytest.mark.parametrize("row", QUICK_TABLE, ids=lambda row: row.symptom[:30])
def test_a_row_leads_to_a_page_and_is_found_by_its_own_symptom(row: Row) -> None:
    assert row.explains in CAUSES
    assert row.explains in [hit.name for hit in search(row.symptom)[:4]]


def test_a_topic_is_found_by_its_name_only() -> None:
    assert [topic(each.name) for each in TOPICS] == list(TOPICS)
    assert topic("Prevention") is None
