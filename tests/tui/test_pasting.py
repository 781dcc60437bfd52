"""What was pasted: read, corrected, asked about, and taken over into the case; the text is kept in any case."""

from __future__ import annotations

from pathlib import Path

import pytest

from cors_tui.case import Call, Case
from cors_tui.diagnosis.answering import Answer
from cors_tui.tui.pasting import Pasted, fault_sentences, of_call, onto, read_paste, reread, summary

LINE = (
    "Access to fetch at 'https://api.example.com/x' from origin 'https://app.example.com' has been blocked by CORS "
    "policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status."
)
HAR = (
    '{"log": {"entries": [{"request": {"method": "GET", "url": "https://api.example.com/x", '
    '"headers": [{"name": "Origin", "value": "https://app.example.com"}]}, '
    '"response": {"status": 504, "headers": []}}]}}'
)
URL = "https://api.example.com/x"

PASTES = [
    ("a URL goes straight on", URL, "url", URL, "GET", False),
    ("a curl command goes straight on", f"curl -X PUT {URL}", "curl", URL, "PUT", False),
    ("several commands are chosen from", f"curl {URL}\ncurl -X PUT {URL}/2", "curl", URL, "GET", True),
    ("PowerShell", f"Invoke-WebRequest -Uri '{URL}' -Method PUT", "curl", URL, "PUT", False),
    ("a page's code", f"fetch('{URL}', {{method: 'PUT', credentials: 'include'}})", "code", URL, "PUT", False),
    ("code that lacks something is looked at", "fetch(`${API}/x`)", "code", "${API}/x", "GET", True),
    ("a HAR", HAR, "har", URL, "GET", True),
    ("an .http file", f"### one\nPUT {URL}\nX-Mine: 1\n", "headers", URL, "PUT", False),
    ("a console line", LINE, "console", URL, "GET", True),
    ("a bare host", "api.example.com", "url", "api.example.com", "GET", True),
    ("nonsense", "hello\nworld", "unknown", "", "", True),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "kind", "url", "method", "look"), PASTES, ids=[row[0] for row in PASTES])
def test_every_kind_is_read(what: str, text: str, kind: str, url: str, method: str, look: bool) -> None:
    """And looked at only where there is something to choose, to correct or to learn."""
    pasted = read_paste(text)
    call = pasted.one.call or Call("", method="")
    assert (pasted.understood.kind, call.url, call.method) == (kind, url, method)
    assert pasted.wants_a_look is look
    assert onto(Case(), pasted).pasted == (text,)
    assert summary(pasted)[-1] in ".:"


def test_what_is_not_understood_changes_no_answer() -> None:
    """The call stays as the person had it."""
    before = Case(Call(url=URL, origin="https://app.example.com"))
    assert onto(before, read_paste("???")).call == before.call


def test_a_paste_keeps_the_origin_it_does_not_name() -> None:
    """A URL says nothing about the page."""
    before = Case(Call(origin="https://app.example.com"))
    assert onto(before, read_paste(URL)).call.origin == "https://app.example.com"


def test_the_same_text_is_kept_once() -> None:
    """Looking at it again is no second paste."""
    case = onto(Case(), read_paste(URL))
    assert onto(case, read_paste(URL)).pasted == (URL,)


def test_a_file_is_opened_when_its_name_was_typed_and_only_noted_when_pasted(tmp_path: Path) -> None:
    """Nothing in a paste is followed."""
    file = tmp_path / "a b.har"
    file.write_text(HAR)
    pasted = read_paste(f"'{file}'")
    assert (pasted.path, pasted.is_understood) == (file, False)
    assert "not opened" in summary(pasted)
    assert read_paste(str(tmp_path / "none.har"), typed=True).path == tmp_path / "none.har"
    typed = read_paste(str(file), typed=True)
    assert (typed.understood.kind, typed.one.call and typed.one.call.url) == ("har", URL)
    assert onto(Case(), typed).pasted == (str(file),)


def test_what_was_understood_is_corrected_field_by_field() -> None:
    """A status changes what is likely; what is no number is none."""
    pasted = read_paste(LINE)
    assert pasted.found[0].cause == "options-not-handled"
    now = pasted.correcting("origin", "https://other.example").correcting("method", "PUT").correcting("status", "504")
    call, reading = now.one.call, now.one.reading
    assert call is not None
    assert reading is not None
    assert (call.url, call.origin, call.method, reading.status) == (URL, "https://other.example", "PUT", 504)
    assert now.correcting("status", "x").one.reading != reading
    firefox = now.correcting("browser", "firefox").one.reading
    assert firefox is not None
    assert firefox.engine == "firefox"
    assert now.correcting("url", URL) is now


def test_another_kind_is_read_anew() -> None:
    """What holds nothing of that kind says so, and keeps the text."""
    pasted = reread(read_paste(LINE), "har")
    assert not pasted.is_understood
    assert "a HAR" in summary(pasted)
    assert pasted.text == LINE
    assert reread(pasted, "console").found == read_paste(LINE).found


def test_questions_rank_and_settle() -> None:
    """And the last answer can be taken back."""
    pasted = read_paste(LINE).toggling()
    first = pasted.question
    assert first is not None
    ruled_out = pasted.answering(Answer.NO)
    assert first.cause not in {each.cause for each in ruled_out.found}
    settled = ruled_out.answering(Answer.YES).settled
    assert settled is not None
    assert ruled_out.answering(Answer.YES).pointed == settled
    assert ruled_out.unanswering().question == first
    assert not pasted.unanswering().asking


def test_without_a_url_the_person_is_asked_at_once() -> None:
    """There is nothing that could be sent."""
    assert read_paste("TypeError: Failed to fetch").question is not None
    assert read_paste(LINE).question is None
    assert read_paste("hello\nworld").question is None


def test_another_case_begins_anew() -> None:
    """Its own answers, its own causes; round at the ends."""
    pasted = read_paste(f"{LINE}\n{LINE.replace('api', 'b')}")
    answered = pasted.toggling().answering(Answer.NO).pointing(1)
    other = answered.choosing(1)
    assert (other.which, other.at, dict(other.answers), other.asking) == (1, 0, {}, False)
    assert other.choosing(2).which == 0
    assert pasted.choosing(0) is pasted


def test_pointing_goes_round() -> None:
    """Where there is something to point at."""
    pasted = read_paste(LINE)
    assert pasted.pointing(-1).at == len(pasted.found) - 1
    nothing = read_paste("hello\nworld")
    assert nothing.pointing(1) is nothing
    assert nothing.pointed is None


def test_a_typed_request_is_looked_at_too() -> None:
    """What its shape alone shows."""
    pasted = of_call(Call("api.example.com/x", "https://app.example.com"))
    assert isinstance(pasted, Pasted)
    assert pasted.found[0].cause == "url-without-scheme"
    assert fault_sentences(pasted)


@pytest.mark.parametrize("end", ["\r", "\r\n", "\n"])
def test_a_terminal_may_hand_over_any_line_ends(end: str) -> None:
    pasted = read_paste(end.join(["GET https://api.example/x HTTP/1.1", "Origin: https://app.example", "", ""]))
    assert pasted.text.count("\n") == 3
    assert pasted.one.call is not None
    assert pasted.one.call.origin == "https://app.example"
