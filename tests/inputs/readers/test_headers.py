"""Header dumps of several tools."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers.headers import claim, read
from tests.rows import each_row

_CURL_I = """HTTP/1.1 301 Moved Permanently
Location: https://api.example.com/x/

HTTP/1.1 200 OK
Server: nginx
Access-Control-Allow-Origin: *
Access-Control-Allow-Origin: https://a.test
content-length: 2

ok
"""

_CURL_V = """* Connected to localhost (::1) port 3000 (#0)
> OPTIONS /users HTTP/1.1
> Host: localhost:3000
> Origin: http://localhost:5173
> Access-Control-Request-Method: PUT
>
< HTTP/1.1 405 Method Not Allowed
< Allow: GET
<
{"error":"no"}
"""

_CHROME_PANE = """Request URL:
https://api.example.com/users
Request Method:
PUT
Status Code:
403 Forbidden
Remote Address:
127.0.0.1:443
Response Headers
access-control-allow-origin:
https://other.test
server:
cloudflare
Request Headers
origin:
https://app.test
content-type:
application/json
"""


def test_every_head_of_a_dump_with_its_duplicates() -> None:
    understood = read(_CURL_I)
    first, second = understood.responses
    assert (first.status, first.headers.get("location")) == (301, "https://api.example.com/x/")
    assert second.headers.get_all("access-control-allow-origin") == ("*", "https://a.test")
    assert second.body == "ok\n".strip()
    assert understood.calls == ()
    assert "which URL" in understood.missed[0]


def test_a_verbose_dump_shows_the_request_too() -> None:
    understood = read(_CURL_V)
    (call,), (response,) = understood.calls, understood.responses
    assert (call.url, call.method, call.origin) == ("http://localhost:3000/users", "PUT", "http://localhost:5173")
    assert (response.status, response.headers.get("allow"), response.body) == (405, "GET", '{"error":"no"}')


@pytest.mark.parametrize("text", [_CHROME_PANE, _CHROME_PANE.replace(":\n", ": ")], ids=["two lines", "one line"])
def test_a_browsers_pane(text: str) -> None:
    understood = read(text)
    (call,), (response,) = understood.calls, understood.responses
    assert (call.url, call.method, call.origin) == ("https://api.example.com/users", "PUT", "https://app.test")
    assert list(call.headers) == [("content-type", "application/json")]
    assert response.status == 403
    assert list(response.headers) == [("access-control-allow-origin", "https://other.test"), ("server", "cloudflare")]


def test_fields_alone_are_a_response_of_unknown_status() -> None:
    (response,) = read("Access-Control-Allow-Origin: *\nServer: x\n").responses
    assert (response.status, len(response.headers)) == (200, 2)


@each_row(
    ("text", "claimed"),
    [
        (_CURL_I, True), (_CURL_V, True), (_CHROME_PANE, True), ("GET / HTTP/1.1\nHost: a", True), ("HTTP/2 204", True),
        ("access-control-allow-origin: *", True), ("note: I tried\nthat: too", False), ("https://a.test/", False),
        ("", False), ("server: is down, what now?\nI tried\nthis and that", False),
    ],
)  # fmt: skip
def test_claim(text: str, claimed: bool) -> None:
    assert (claim(text) > 0) is claimed


_TWO_LINES = """Request URL
https://api.example.com/users
Request Method
POST
Status Code
500 Internal Server Error
Remote Address
127.0.0.1:443
Referrer Policy
strict-origin-when-cross-origin
content-length
21
server
uvicorn
accept
*/*
origin
https://app.test
x-requested-with
XMLHttpRequest
"""
_SAFARI = """Summary
URL: https://api.example.com/users
Status: 500
Source: Network
Address: 127.0.0.1:443

Request
POST /users HTTP/1.1
Accept: */*
Origin: https://app.test
X-Requested-With: XMLHttpRequest

Response
HTTP/1.1 500 Internal Server Error
Content-Length: 21
Server: uvicorn
"""


@pytest.mark.parametrize("text", [_TWO_LINES, _SAFARI], ids=["names and values in turn, no titles", "Safari"])
def test_other_panes(text: str) -> None:
    assert claim(text) >= 0.8
    understood = read(text)
    (call,), (response,) = understood.calls, understood.responses
    assert (call.method, call.url, call.origin) == ("POST", "https://api.example.com/users", "https://app.test")
    assert call.headers.get("x-requested-with") == "XMLHttpRequest"
    assert (response.status, response.headers.get("server")) == (500, "uvicorn")
    assert "origin" not in response.headers
