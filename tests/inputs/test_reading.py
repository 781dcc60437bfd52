"""Whatever is pasted is recognised by itself, or kept; nothing in it is run."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call, Case, Connection
from cors_tui.inputs.reader import LONGEST
from cors_tui.inputs.reading import onto_case, read_input
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from tests.rows import each_row


@each_row(
    ("text", "kind"),
    [
        ("https://api.test/x", "url"),
        ("localhost:3000", "url"),
        ("curl https://api.test/x", "curl"),
        ("$ curl -i https://api.test/x -H 'Access-Control-Request-Method: PUT'", "curl"),
        ("Invoke-WebRequest https://api.test/x", "curl"),
        ("HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n", "headers"),
        ("$ curl -i https://api.test/x\nHTTP/1.1 200 OK\nServer: x\n", "curl"),
        ("", "unknown"),
        ("   \n ", "unknown"),
        ("what do I do now?", "unknown"),
    ],
)
def test_the_kind_is_recognised(text: str, kind: str) -> None:
    assert read_input(text).kind == kind


def test_what_is_not_understood_says_so_and_is_kept() -> None:
    understood = read_input("what do I do now?")
    assert "not understood" in understood.missed[0]
    case = Case(Call(url="https://old.test/"))
    after = onto_case(case, "what do I do now?", understood)
    assert (after.call, after.pasted) == (case.call, ("what do I do now?",))


def test_a_curl_command_replaces_the_call_but_an_origin_it_does_not_name_stays() -> None:
    case = Case(Call(url="https://old.test/", origin="http://localhost:3000"), Connection(insecure=True))
    text = "curl -X PUT https://api.test/x -b a=b --connect-to ::edge:1"
    after = onto_case(case, text, read_input(text))
    assert after.call == Call(
        url="https://api.test/x", origin="http://localhost:3000", method="PUT", cookie="a=b",
        credentials=CredentialsMode.INCLUDE,
    )  # fmt: skip
    assert after.connection == Connection(insecure=True, connect_to=("::edge:1",))


def test_a_url_alone_keeps_the_rest_of_the_same_call() -> None:
    call = Call(url="https://api.test/x", method="PUT", headers=HeaderList((("A", "b"),)))
    assert onto_case(Case(call), "https://api.test/x", read_input("https://api.test/x")).call == call


def test_another_url_is_another_call() -> None:
    call = Call(url="https://old.test/", origin="http://localhost:3000", method="PUT")
    after = onto_case(Case(call), "https://api.test/x", read_input("https://api.test/x")).call
    assert after == Call(url="https://api.test/x", origin="http://localhost:3000")


def test_one_of_several_calls_can_be_chosen() -> None:
    text = "curl https://a.test/ https://b.test/"
    assert onto_case(Case(), text, read_input(text), 1).call.url == "https://b.test/"
    assert onto_case(Case(), text, read_input(text), 2).call.url == ""


def test_too_much_text_is_read_in_part_and_said() -> None:
    understood = read_input("curl https://a.test/ -d '" + "x" * LONGEST + "'")
    assert any("Only the first" in sentence for sentence in understood.missed)


@given(st.text(max_size=80) | st.text("curl -Hd'\"$`\\\n:/ HTP1.20^@{}=", max_size=60))
def test_no_text_raises(text: str) -> None:
    understood = read_input(text)
    assert understood.kind in ("code", "console", "curl", "har", "headers", "url", "unknown")
    assert understood.calls or understood.readings or understood.responses or understood.missed


@pytest.mark.parametrize("start", ["", "curl ", "HTTP/1.1 200 OK\n", "iwr ", "fetch(", "GET https://a.example\n"])
@pytest.mark.parametrize("piece", ["a", "' ", "a: b\n", "curl http://a/ "])
def test_a_long_paste_of_anything_is_answered(start: str, piece: str) -> None:
    understood = read_input(start + piece * (40_000 // len(piece)))
    assert understood.calls or understood.readings or understood.responses or understood.missed


def test_a_megabyte_is_read_to_the_right_result() -> None:
    body = "x" * 1_000_000
    (call,) = read_input(f"curl https://api.example/ --data-raw '{body}'").calls
    assert call.body == body
