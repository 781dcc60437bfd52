"""Rows for what stands beside a browser's line: the words there outweigh what the line alone makes likely."""

from __future__ import annotations

import pytest

from cors_tui.browsers.reading import read_console
from cors_tui.diagnosis.hypotheses import hypotheses
from cors_tui.diagnosis.text_rules.rows_beside import ROWS_BESIDE
from cors_tui.diagnosis.text_rules.words import beside_clues

LINE = (
    "Access to XMLHttpRequest at 'https://files.test/x' from origin 'https://app.test' has been blocked by CORS "
    "policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
)
NETWORK = (
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at "
    "https://files.test/. (Reason: CORS request did not succeed)."
)


def test_every_row_names_clues_and_causes() -> None:
    assert all(clues.split() and causes for clues, causes in ROWS_BESIDE)


@pytest.mark.parametrize(
    ("text", "cause"),
    [
        (f"{LINE} I upload with a pre-signed URL.", "storage-bucket-no-cors"),
        (f"{LINE} With AdBlock off it works.", "blocked-by-client"),
        (f"{LINE} After a hard reload it works.", "cached-without-vary"),
        (f"{LINE} Only with a large file.", "body-too-large"),
        (f"{NETWORK} The certificate is self-signed.", "tls-not-trusted"),
    ],
)
def test_a_word_beside_the_line_comes_first(text: str, cause: str) -> None:
    (reading,) = read_console(text)
    assert hypotheses(text, reading)[0].cause == cause


@pytest.mark.parametrize("text", ["the bucketing of requests", "certifiable", "we poll every 5 s", "block the user"])
def test_other_words_are_no_clues(text: str) -> None:
    assert beside_clues(text) == {}
