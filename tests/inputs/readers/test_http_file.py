"""``.http`` files, told from header dumps and read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.readers.http_file import READER
from cors_tui.inputs.reading import read_input

FILE = """@host = https://api.example
@users = {{host}}/users

### List
# a comment
GET {{users}}
    ?page=2
    &size=10
Origin: https://app.example
Authorization: Bearer {{token}}

###
// another
POST {{host}}/items HTTP/1.1
Content-Type: application/json

{"a": 1,
 "b": 2}

> {% client.log("not run") %}
###
PUT https://api.example/file

< ./secret.txt
"""


def test_its_requests() -> None:
    understood = read_input(FILE)
    assert understood.kind == "headers"
    listed, posted, put = understood.calls
    assert (listed.url, listed.origin) == ("https://api.example/users?page=2&size=10", "https://app.example")
    assert list(listed.headers) == [("Authorization", "Bearer {{token}}")]
    assert (posted.method, posted.url, posted.body) == ("POST", "https://api.example/items", '{"a": 1,\n "b": 2}')
    assert (put.method, put.body) == ("PUT", None)


def test_what_is_not_done_is_said() -> None:
    missed = " ".join(read_input(FILE).missed)
    assert "token" in missed
    assert "neither opened nor run" in missed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("GET https://api.example/x", "url"),
        ("POST https://api.example/x net::ERR_FAILED 413 (Content Too Large)\nGET https://b.example", "console"),
        ("HTTP/1.1 200 OK\nServer: x", "headers"),
        ("curl https://a.example\n### next\ncurl https://b.example", "curl"),
    ],
)
def test_other_texts_stay_what_they_are(text: str, kind: str) -> None:
    assert read_input(text).kind == kind
    assert READER.claim(text) == 0.0


def test_one_request_with_headers() -> None:
    (call,) = read_input("PATCH https://api.example/x HTTP/1.1\nX-A: b\n\nbody").calls
    assert (call.method, list(call.headers), call.body) == ("PATCH", [("X-A", "b")], "body")


@given(st.text("@#/<>{}% =GET:hps.a\n\r", max_size=80))
def test_nothing_raises(text: str) -> None:
    READER.claim(text)
    READER.read(f"GET https://a.example\n{text}\n###\n{text}")


def test_a_method_in_small_letters_stays_so() -> None:
    (call,) = read_input("###\npatch https://api.example/x\nContent-Type: application/json\n\n{}").calls
    assert (call.method, call.body) == ("patch", "{}")
