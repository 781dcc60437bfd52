"""What a pasted console text says, whoever printed it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.browsers.reading import read_console
from cors_tui.standards.verdict import Refusal
from tests.rows import each_row

CHROMIUM = (
    "Access to fetch at 'https://api.example/x' from origin 'https://app.example' has been blocked by CORS policy: "
    "No 'Access-Control-Allow-Origin' header is present on the requested resource."
)
COMPANION = "GET https://api.example/x net::ERR_FAILED 504 (Gateway Timeout)"
FIREFOX = (
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at "
    "https://api.example/x. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 504."
)


@pytest.mark.parametrize("text", [f"{CHROMIUM}\n{COMPANION}", f"{COMPANION}\n{CHROMIUM}"], ids=["after", "before"])
def test_the_status_of_the_companion_goes_into_its_failure(text: str) -> None:
    (reading,) = read_console(text)
    assert (reading.refusal, reading.status, reading.url) == (
        Refusal.ALLOW_ORIGIN_MISSING,
        504,
        "https://api.example/x",
    )


def test_the_companion_of_another_url_is_another_failure() -> None:
    found = read_console(f"{CHROMIUM}\nGET https://other.example/ net::ERR_FAILED 504")
    assert [(each.refusal, each.status) for each in found] == [(Refusal.ALLOW_ORIGIN_MISSING, None), (None, 504)]


def test_the_most_telling_comes_first() -> None:
    found = read_console(f"GET https://other.example/ net::ERR_NAME_NOT_RESOLVED\n{CHROMIUM}")
    assert [each.refusal for each in found] == [Refusal.ALLOW_ORIGIN_MISSING, Refusal.NETWORK]


def test_one_old_sentence_that_two_engines_print_is_one_failure() -> None:
    (reading,) = read_console(
        "XMLHttpRequest cannot load http://api.example/x. Origin http://app.example is not allowed by "
        "Access-Control-Allow-Origin."
    )
    assert (reading.refusal, reading.url) == (Refusal.ALLOW_ORIGIN_MISMATCH, "http://api.example/x")
    assert reading.origin == "http://app.example"


def test_lines_of_two_browsers_are_both_read() -> None:
    assert {each.engine for each in read_console(f"{CHROMIUM}\n{FIREFOX}")} == {"chromium", "firefox"}


@pytest.mark.parametrize(
    "glue",
    [
        "Understand this error",
        "Comprendre cette erreur",
        "[Learn More]",
        " script.js:12:4",
        "\n    at async main (a.js:1)",
    ],
)
def test_what_devtools_glue_on_changes_nothing(glue: str) -> None:
    for text in (CHROMIUM, FIREFOX):
        (plain,), (glued,) = read_console(text), read_console(text + glue)
        assert (glued.refusal, glued.url, glued.origin, glued.status) == (
            plain.refusal,
            plain.url,
            plain.origin,
            plain.status,
        )


@each_row("cut", range(0, 30, 3))
def test_first_characters_may_be_cut(cut: int) -> None:
    (reading,) = read_console(CHROMIUM[cut:])
    assert (reading.refusal, reading.origin) == (Refusal.ALLOW_ORIGIN_MISSING, "https://app.example")


@pytest.mark.parametrize("width", [20, 40, 72])
def test_a_sentence_may_be_broken_anywhere_between_words(width: int) -> None:
    words, lines = CHROMIUM.split(" "), [""]
    for word in words:
        lines = [*lines[:-1], f"{lines[-1]} {word}"] if len(lines[-1]) < width else [*lines, word]
    (reading,) = read_console("\n".join(lines))
    assert (reading.refusal, reading.url) == (Refusal.ALLOW_ORIGIN_MISSING, "https://api.example/x")


@pytest.mark.parametrize("middle", [" ... ", " (redirected from 'https://first.example/y') ... "])
def test_the_middle_of_a_line_may_be_left_out(middle: str) -> None:
    start, end = CHROMIUM.split(" from origin ")[0], CHROMIUM.partition("has been ")[2]
    (reading,) = read_console(f"{start}{middle}{end}")
    assert (reading.refusal, reading.url) == (Refusal.ALLOW_ORIGIN_MISSING, "https://api.example/x")
    assert reading.redirected_from == ("https://first.example/y" if "redirected" in middle else "")


@pytest.mark.parametrize("line", [CHROMIUM, FIREFOX], ids=["Chromium", "Firefox"])
@pytest.mark.parametrize("width", [33, 60, 72, 100])
def test_a_line_may_be_broken_by_a_terminal_within_words(line: str, width: int) -> None:
    broken = "\n".join(line[at : at + width] for at in range(0, len(line), width))
    (whole,), (read, *_) = read_console(line), read_console(broken)
    assert (read.refusal, read.url, read.origin) == (whole.refusal, whole.url, whole.origin)


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("Allow-Origin' header is present on the requested resource.", Refusal.ALLOW_ORIGIN_MISSING),
        ("field x-a is not allowed by Access-Control-Allow-Headers in preflight response.", Refusal.HEADER_NOT_ALLOWED),
        ("d PATCH is not allowed by Access-Control-Allow-Methods in preflight resp", Refusal.METHOD_NOT_ALLOWED),
        ("(Reason: CORS request did not succ", Refusal.NETWORK),
        ("(Reason: CORS header ‘Access-Control-Allow-Origin’ missi", Refusal.ALLOW_ORIGIN_MISSING),
        ("(Reason: CORS preflight response did not suc", Refusal.PREFLIGHT_STATUS),
        (
            "(Reason: CORS header Access-Control-Allow-Origin does not match https://a.test)",
            Refusal.ALLOW_ORIGIN_MISMATCH,
        ),
    ],
)
def test_a_reason_may_be_cut_at_either_end_or_have_lost_its_quotes(text: str, refusal: Refusal) -> None:
    assert read_console(text)[0].refusal is refusal


@pytest.mark.parametrize(
    ("text", "engine"),
    [
        ("TypeError: Failed to fetch", "chromium"),
        ("TypeError: NetworkError when attempting to fetch resource.", "firefox"),
        ("TypeError: Load failed", "webkit"),
        ("AxiosError: Network Error", ""),
    ],
)
def test_what_script_sees_is_read_as_uncertain(text: str, engine: str) -> None:
    (reading,) = read_console(text)
    assert (reading.engine, reading.refusal, reading.certain) == (engine, None, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello, world",
        "my cors policy is fine",
        "fetch('https://api.example/x')",
        "curl -H 'Origin: https://app.example' https://api.example/x",
        "access-control-allow-origin: *",
        "Uncaught ReferenceError: x is not defined",
        "Cross origin http request fails with response header missing 'Access-Control-Allow-Credentials: true'",
    ],
)
def test_a_text_that_is_not_understood_yields_nothing(text: str) -> None:
    assert read_console(text) == ()


@given(st.text(max_size=2000))
def test_no_text_raises(text: str) -> None:
    read_console(text)


PIECES = [
    *CHROMIUM.split("'"), *FIREFOX.split(" "), COMPANION, "'", "‘", "\n", "Origin ", "(Reason: ", "net::ERR_",
    "200 (OK)", "Failed to load ", "[a](b", "Content at ", "invalid token ‘",
    " is not allowed by Access-Control-Allow-Origin",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_no_shuffled_line_raises(text: str) -> None:
    for reading in read_console(text):
        assert reading.status is None or 0 <= reading.status <= 999_999


JUNK = [
    "blocked by CORS policy: ", "access-control-allow-origin' header ", "net::ERR_FAILED 504 ", "200 (OK) ", "'",
    "a" * 5000, "header 'header ", "Failed to load ", "Access to fetch at 'https://a.b/",
    "http://a may not load data from ",
]  # fmt: skip

LONG = 80_000
"""Characters."""


@pytest.mark.parametrize("piece", JUNK)
def test_what_stands_behind_much_junk_is_still_read(piece: str) -> None:
    """A reader whose time grew with the square of the text would never come to the line at its end."""
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    found = [(reading.refusal, reading.url, reading.status) for reading in read_console(f"{text}\n{FIREFOX}")]
    assert (Refusal.ALLOW_ORIGIN_MISSING, "https://api.example/x", 504) in found
