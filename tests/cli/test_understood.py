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


def test_what_on_the_page_asks_is_said_and_of_a_plain_fetch_nothing_is() -> None:
    text = '<img src="https://cdn.test/a.png">\n<script type="module" src="https://cdn.test/a.js"></script>'
    understood = read_input(text)
    said = list(sentences(text, understood))
    assert "1. GET https://cdn.test/a.png  mode: no-cors  initiator: img" in said
    assert "2. GET https://cdn.test/a.js  initiator: module" in said
    cases = record(text, understood)["cases"]
    assert [(case["request"]["mode"], case["request"]["initiator"]) for case in cases] == [
        ("no-cors", "img"),
        ("cors", "module"),
    ]
    plain = "curl https://api.test/x"
    assert "1. GET https://api.test/x" in list(sentences(plain, read_input(plain)))
