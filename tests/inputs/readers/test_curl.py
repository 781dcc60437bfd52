"""curl commands as they are met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Connection
from cors_tui.inputs.reader import Understood
from cors_tui.inputs.readers._curl_options import BOUNDARY, FORM
from cors_tui.inputs.readers.curl import claim, read
from cors_tui.probe.as_curl import as_curl
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, CredentialsMode, Role, WireRequest
from cors_tui.standards.url import parse_url
from tests.rows import each_row

_FROM_CHROME = r"""curl 'https://api.example.com/users/7' \
  -X 'PATCH' \
  -H 'accept: application/json' \
  -H 'accept-language: en-US,en;q=0.9' \
  -H 'authorization: Bearer abc' \
  -H 'content-type: application/json' \
  -b 'sid=1; x=2' \
  -H 'origin: http://localhost:3000' \
  -H 'referer: http://localhost:3000/' \
  -H 'sec-ch-ua: "Chromium";v="156"' \
  -H 'sec-fetch-mode: cors' \
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \
  --data-raw $'{"a":"it\'s"}' \
  --compressed"""

_FROM_CHROME_CMD = """curl ^"https://api.example.com/users/7?a=1^&b=2^" ^
  -X ^"PATCH^" ^
  -H ^"content-type: application/json^" ^
  -H ^"sec-fetch-mode: cors^" ^
  --data-raw ^"^{^\\^"a^\\^":1^}^" """


def test_copied_from_a_browser_for_bash() -> None:
    (call,) = read(_FROM_CHROME).calls
    assert (call.url, call.method, call.body) == ("https://api.example.com/users/7", "PATCH", '{"a":"it\'s"}')
    assert (call.origin, call.cookie, call.credentials) == (
        "http://localhost:3000",
        "sid=1; x=2",
        CredentialsMode.INCLUDE,
    )
    assert [name for name, _ in call.headers] == ["accept", "authorization", "content-type"]


def test_copied_from_a_browser_for_cmd() -> None:
    (call,) = read(_FROM_CHROME_CMD).calls
    assert (call.url, call.method) == ("https://api.example.com/users/7?a=1&b=2", "PATCH")
    assert (list(call.headers), call.body) == ([("content-type", "application/json")], '{"a":1}')


def only(text: str) -> Understood:
    understood = read(text)
    assert len(understood.calls) == 1, understood
    return understood


@each_row(
    ("text", "method", "url", "body"),
    [
        ("curl http://a.test/", "GET", "http://a.test/", None),
        ("curl a.test/x", "GET", "http://a.test/x", None),
        ("$ curl -s http://a.test/ | jq .", "GET", "http://a.test/", None),
        ("sudo /usr/bin/curl.exe http://a.test/", "GET", "http://a.test/", None),
        ("KEY=1 curl http://a.test/", "GET", "http://a.test/", None),
        ("curl -d a=1 -d b=2 http://a.test/", "POST", "http://a.test/", "a=1&b=2"),
        ("curl -G -d a=1 -d b=2 'http://a.test/?c#d'", "GET", "http://a.test/?c&a=1&b=2#d", None),
        ("curl -I http://a.test/", "HEAD", "http://a.test/", None),
        ("curl -T file http://a.test/", "PUT", "http://a.test/", None),
        ("curl -X patch http://a.test/", "patch", "http://a.test/", None),
        ("curl -d é http://a.test/", "POST", "http://a.test/", "\xc3\xa9"),
        ("curl 'http://a.test/é'", "GET", "http://a.test/é", None),
        ("curl -X POST “http://a.test/” -H ‘A: b’", "POST", "http://a.test/", None),
        ("curl.exe -X POST `\n -d x `\n http://a.test/", "POST", "http://a.test/", "x"),
    ],
)
def test_method_url_and_body(text: str, method: str, url: str, body: str | None) -> None:
    call = only(text).calls[0]
    assert (call.method, call.url, call.body) == (method, url, body)


@pytest.mark.parametrize(
    ("text", "headers"),
    [
        ("curl -d x http://a.test/", [("Content-Type", "application/x-www-form-urlencoded")]),
        ("curl -d x -H 'content-type: a/b' http://a.test/", [("content-type", "a/b")]),
        ("curl --json '{}' http://a.test/", [("Content-Type", "application/json"), ("Accept", "application/json")]),
        ("curl -F a=b http://a.test/", [("Content-Type", f"multipart/form-data; boundary={BOUNDARY}")]),
        ("curl -H 'A: é' http://a.test/", [("A", "\xc3\xa9")]),
        ("curl -H 'A: b' -H 'A: c' http://a.test/", [("A", "b"), ("A", "c")]),
        ("curl -u me:pw http://a.test/", [("Authorization", "Basic bWU6cHc=")]),
    ],
)
def test_headers(text: str, headers: list[tuple[str, str]]) -> None:
    assert list(only(text).calls[0].headers) == headers


def test_a_form_is_written_as_a_browser_writes_it() -> None:
    body = only("curl -F 'a=b;type=text/plain' -F f=@x.png http://a.test/").calls[0].body
    assert body == (
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'
        f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="f"; filename="x.png"\r\n\r\n\r\n--{BOUNDARY}--\r\n'
    )


def test_the_connection() -> None:
    understood = only("curl -k --resolve a.test:80:127.0.0.1 --connect-to ::b:1 -x p:1 -m 3 -A me http://a.test/")
    found = understood.connection
    assert (found.insecure, found.resolve, found.connect_to) == (True, ("a.test:80:127.0.0.1",), ("::b:1",))
    assert (found.proxy, found.max_time, found.user_agent) == ("p:1", 3.0, "me")


def test_several_urls_and_several_commands() -> None:
    text = "curl http://a.test/ http://b.test/\n# then\ncurl -X PUT http://c.test/ --next http://d.test/"
    assert [(call.method, call.url) for call in read(text).calls] == [
        ("GET", "http://a.test/"), ("GET", "http://b.test/"), ("PUT", "http://c.test/"), ("GET", "http://d.test/"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('curl -H "A: $TOKEN" http://a.test/', "$TOKEN"),
        ("curl -d @x http://a.test/", "file"),
        ("curl 'http://a.test/", "never closed"),
        ("curl -X POST", "no URL"),
        ("curl " + "http://a.test/ " * 300 + "\ncurl http://b.test/", "Only the first 100"),
    ],
)
def test_what_was_not_understood_is_said(text: str, says: str) -> None:
    assert any(says in sentence for sentence in read(text).missed)


@pytest.mark.parametrize(
    ("text", "surely"),
    [
        ("curl http://a.test/", True), ("  $ curl -s x", True), ("curl \\\n x", True), ("curl", True),
        ("# first\ncurl x", False), ("I tried curl and it works", False), ("curly braces", False), ("", False),
    ],
)  # fmt: skip
def test_claim(text: str, surely: bool) -> None:
    assert (claim(text) > 0.9) is surely


def test_a_command_behind_other_text_is_claimed_less_surely() -> None:
    assert 0.5 < claim("First I ran\n  curl http://a.test/") < 0.7


_BYTES = st.text(st.characters(min_codepoint=1, max_codepoint=0xFF), max_size=20)
_VALUES = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), min_size=1, max_size=20
)
_NAMES = st.sampled_from(["X-A", "x-b", "X-Api-Key", "Content-Type", "X-`id`$HOME!"])


@given(
    method=st.sampled_from(["GET", "POST", "patch", "DELETE", "PUT", "M-SEARCH"]),
    tail=st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E, exclude_characters="#"), max_size=20),
    pairs=st.lists(st.tuples(_NAMES, _VALUES.map(lambda text: text.strip(" \t")).filter(bool)), max_size=3),
    body=st.none() | _BYTES,
    rule=st.sampled_from([(), ("::127.0.0.1:8443",)]),
)
def test_what_we_write_as_curl_is_read_back(
    method: str, tail: str, pairs: list[tuple[str, str]], body: str | None, rule: tuple[str, ...]
) -> None:
    """A wire request becomes a command, and the command the same call."""
    url = parse_url(f"https://api.example.com/{tail}")
    assert url is not None
    wire = WireRequest(Role.ACTUAL, 0, method, url, body=None if body is None else Body(body))
    command = as_curl(wire, HeaderList(tuple(pairs)), Connection(connect_to=rule), show_secrets=True, environment={})
    understood = only(command)
    (call,) = understood.calls
    assert (call.url, call.method) == (url.without_fragment, method)
    told = [pair for pair in call.headers if pair != ("Content-Type", FORM)]
    assert told == [pair for pair in pairs if pair != ("Content-Type", FORM)]
    assert (call.body or None) == (body or None)
    assert understood.connection.connect_to == rule
