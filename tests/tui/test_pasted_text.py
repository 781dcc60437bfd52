"""What the screen of a paste says."""

from __future__ import annotations

import pytest
from textual.content import Content

from cors_tui.diagnosis.answering import Answer
from cors_tui.tui import pasted_text
from cors_tui.tui.pasting import Pasted, read_paste

LINE = (
    "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS "
    "policy: No 'Access-Control-Allow-Origin' header is present on the requested resource."
)
DUMP = "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nServer: nginx"


def all_said(pasted: Pasted, width: int = 76) -> Content:
    asked = pasted.toggling()
    assert asked.question is not None
    return Content("\n").join(
        [
            pasted_text.head(pasted, width),
            pasted_text.sayings(pasted, width),
            pasted_text.cases(pasted, width),
            pasted_text.causes(pasted, width),
            pasted_text.question(asked, asked.question, width),
            pasted_text.answered(asked.answering(Answer.YES), width),
        ]
    )


@pytest.mark.parametrize("width", [40, 76, 136])
def test_texts_are_broken_where_they_hang(width: int) -> None:
    """No reason runs past the screen, where a terminal would break it anyhow."""
    pasted = read_paste(LINE)
    for row in pasted_text.causes(pasted, width).plain.splitlines():
        assert len(row) <= width or not row.startswith("    ")


def test_what_the_browser_says_is_said_in_words() -> None:
    """No code with dashes."""
    shown = pasted_text.sayings(read_paste(LINE), 120).plain
    assert shown.splitlines() == [
        "Chromium says of the request: The answer has no Access-Control-Allow-Origin.",
        "method   not told; GET is taken",
    ]
    network = read_paste("GET https://a.example/x net::ERR_NAME_NOT_RESOLVED")
    assert "net::ERR_NAME_NOT_RESOLVED" in pasted_text.sayings(network, 120).plain
    assert "not told" not in pasted_text.sayings(network, 120).plain


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("Response to preflight request doesn't pass access control check: It does not have HTTP ok status.",
         "headers  not told; Content-Type is taken, for a preflight was sent"),
        ("Request header field x-key is not allowed by Access-Control-Allow-Headers in preflight response.",
         "headers  x-key  (step 2 has them)"),
    ],
)  # fmt: skip
def test_a_header_that_no_line_names_is_not_told_as_read(why: str, words: str) -> None:
    line = LINE.partition("policy: ")[0] + f"policy: {why}"
    assert words in pasted_text.sayings(read_paste(line), 120).plain.splitlines()


def test_nothing_pasted_commands_the_terminal() -> None:
    """Wherever it is shown."""
    text = LINE.replace("/x'", "/\x1b[31m\x9b\u202e'").replace("app", "ap\x07p")
    assert not set(all_said(read_paste(text)).plain) & {"\x1b", "\x9b", "\u202e", "\x07"}


def test_secrets_are_masked_wherever_they_stand() -> None:
    """In a URL, in a list of cases, in the text itself."""
    text = f"{LINE.replace('/x', '/x?token=s3cret')}\n{LINE.replace('/x', '/y?api_key=s3cret')}"
    pasted = read_paste(text)
    assert "s3cret" not in all_said(pasted).plain
    assert "s3cret" not in pasted_text.excerpt(pasted).plain
    assert "s3cret" not in pasted_text.whole(pasted)


def test_headers_that_refuse_nobody_are_not_said_to_lack_anything() -> None:
    """An answer that allows everybody."""
    assert "Nothing in these headers refuses" in pasted_text.causes(read_paste(DUMP), 80).plain


def test_when_all_is_ruled_out_it_says_where_to_look() -> None:
    """And what was ruled out stays in sight."""
    pasted = read_paste(LINE).toggling()
    while pasted.question is not None:
        pasted = pasted.answering(Answer.NO)
    shown = pasted_text.answered(pasted, 120).plain
    assert "nothing was confirmed" in shown
    assert "look in the reference" in shown


def test_a_long_text_is_shown_in_part_and_said_so() -> None:
    """The screen's own share, and the pop-up's."""
    pasted = read_paste("x" * 30_000)
    assert "26,000 characters more" in pasted_text.excerpt(pasted).plain
    assert pasted_text.whole(pasted).endswith("10,000 characters more")
    assert pasted_text.size_of("a\nb") == "3 characters, 2 lines"
