"""Answers of a dump, judged: what passes first, then each way of being refused."""

from __future__ import annotations

import pytest

from cors_tui.inputs.reading import read_input
from cors_tui.standards.verdict import Refusal

ASK = "curl -i https://api.test/x -H 'Origin: https://app.test'"
PREFLIGHT = f"{ASK} -X OPTIONS -H 'Access-Control-Request-Method: PUT' -H 'Access-Control-Request-Headers: x-a'"
VERBOSE = "> GET /x HTTP/1.1\n> Host: api.test\n> Origin: https://app.test\n>\n< HTTP/1.1 200 OK\n< Server: x\n<\n"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (f"{ASK}\nHTTP/2 200\naccess-control-allow-origin: *\n\nok", "let a page of https://app.test read it"),
        (
            f"{PREFLIGHT}\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.test\n"
            "Access-Control-Allow-Methods: PUT\nAccess-Control-Allow-Headers: x-a\n",
            "go on from the preflight to the PUT",
        ),
    ],
)
def test_what_browsers_accept_is_said(text: str, says: str) -> None:
    understood = read_input(text)
    assert understood.readings == ()
    assert any(says in each for each in understood.says)


@pytest.mark.parametrize("dump", ["HTTP/1.1 200 OK\nServer: x\n", "HTTP/1.1 403 Forbidden\n"])
def test_an_answer_to_no_page_is_not_judged(dump: str) -> None:
    understood = read_input(f"curl -i https://api.test/x\n{dump}")
    assert understood.readings == ()
    assert any("without an Origin" in each for each in understood.missed)


@pytest.mark.parametrize(
    ("text", "refusal", "status", "value"),
    [
        (f"{ASK}\nHTTP/1.1 200 OK\nServer: x\n", Refusal.ALLOW_ORIGIN_MISSING, 200, ""),
        (VERBOSE, Refusal.ALLOW_ORIGIN_MISSING, 200, ""),
        (
            f"{ASK}\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.test/\n",
            Refusal.ALLOW_ORIGIN_MISMATCH,
            200,
            "https://app.test/",
        ),
        (
            f"{ASK}\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Origin: *\n",
            Refusal.ALLOW_ORIGIN_MULTIPLE,
            200,
            "*, *",
        ),
        (f"{PREFLIGHT}\nHTTP/1.1 401 Unauthorized\n", Refusal.ALLOW_ORIGIN_MISSING, 401, ""),
        (
            f"{PREFLIGHT}\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\n"
            "Access-Control-Allow-Methods: PUT\n",
            Refusal.HEADER_NOT_ALLOWED,
            204,
            "x-a",
        ),
    ],
)
def test_what_browsers_refuse(text: str, refusal: Refusal, status: int, value: str) -> None:
    understood = read_input(text)
    (reading,) = understood.readings
    assert (reading.refusal, reading.status, reading.value) == (refusal, status, value)
    assert understood.calls[0].url == "https://api.test/x"
    assert reading.origin == "https://app.test"


def test_a_preflight_and_the_request_behind_it_are_one_call() -> None:
    text = (
        "> OPTIONS /x HTTP/1.1\n> Host: api.test\n> Origin: https://app.test\n> Access-Control-Request-Method: PUT\n>\n"
        "< HTTP/1.1 204 No Content\n< Access-Control-Allow-Origin: *\n< Access-Control-Allow-Methods: PUT\n<\n"
        "> PUT /x HTTP/1.1\n> Host: api.test\n> Origin: https://app.test\n>\n< HTTP/1.1 500 Oh\n<\n"
    )
    understood = read_input(text)
    (call,), (reading,) = understood.calls, understood.readings
    assert (call.method, reading.refusal, reading.status) == ("PUT", Refusal.ALLOW_ORIGIN_MISSING, 500)
    assert not reading.in_preflight


def test_the_refused_call_comes_first() -> None:
    bad, good = "HTTP/1.1 500 Oh\n", "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n"
    understood = read_input(f"{ASK}\n{good}\n{ASK.replace('/x', '/y')}\n{bad}")
    assert [call.url for call in understood.calls] == ["https://api.test/y", "https://api.test/x"]
    assert [reading.status for reading in understood.readings] == [500]


def test_where_it_is_not_clear_whose_an_answer_is_nothing_is_judged() -> None:
    understood = read_input(f"{ASK}\n{ASK}\nHTTP/1.1 500 Oh\n")
    assert understood.readings == ()
