"""What was understood, as JSON and as sentences."""

from __future__ import annotations

from cors_tui.cli._understood import record, sentences
from cors_tui.inputs.reading import read_input

CURLS = "curl https://a.example/x -H 'Access-Control-Allow-Origin: *'\ncurl localhost:3000/y"
TWO = (
    "GET https://b.example/ net::ERR_NAME_NOT_RESOLVED\n"
    "Access to fetch at 'https://a.example/x' from origin 'https://app.example' has been blocked by CORS policy: "
    "Request header field x-mine is not allowed by Access-Control-Allow-Headers in preflight response."
)


def test_each_call_is_a_case() -> None:
    line = record(CURLS, read_input(CURLS))
    assert [case["request"]["url"] for case in line["cases"]] == ["https://a.example/x", "http://localhost:3000/y"]
    assert line["browser"] is None
    assert line["hypotheses"][0]["cause"] == "response-headers-in-request"
    assert any("Access-Control-Allow-Origin" in fault for fault in line["faults"])


def test_words_that_name_no_request_still_have_hypotheses() -> None:
    text = "CORS preflight OPTIONS request returns 401 Unauthorized"
    line = record(text, read_input(text))
    assert line["request"]["url"] is None
    assert line["hypotheses"][0]["cause"] == "auth-before-cors"
    assert line["text"] == text, "what no browser said is kept"


def test_sentences_say_what_was_understood() -> None:
    lines = list(sentences(TWO, read_input(TWO)))
    assert lines[0] == "Understood as: console."
    assert any(line.startswith("1. ") and "header-not-allowed" in line for line in lines)
    assert any("To know:" in line for line in lines)
