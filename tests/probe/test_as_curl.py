"""A wire request as a curl command: readable, quoted, and without secrets."""

from __future__ import annotations

import shlex

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Connection
from cors_tui.probe.as_curl import as_curl, quote
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.url import parse_url
from tests.rows import each_row


def command(
    url: str = "https://api.test/a", method: str = "GET", body: str | None = None,
    headers: tuple[tuple[str, str], ...] = (), connection: Connection | None = None,
    direct: str = "", show_secrets: bool = False, environment: dict[str, str] | None = None,
) -> str:  # fmt: skip
    parsed = parse_url(url)
    assert parsed is not None
    wire = WireRequest(Role.ACTUAL, 0, method, parsed, body=None if body is None else Body(body))
    return as_curl(
        wire, HeaderList(headers), connection or Connection(), direct=direct, show_secrets=show_secrets,
        environment=environment or {},
    )  # fmt: skip


def test_a_preflight_reads_as_people_write_it() -> None:
    """Names in the browser's order and case; Access-Control-Request-Headers just as the browser joins it."""
    pairs = (
        ("Host", "api.test"), ("Accept", "*/*"), ("Access-Control-Request-Method", "PUT"),
        ("Access-Control-Request-Headers", "content-type,x-api-key"), ("Origin", "http://localhost:3000"),
        ("User-Agent", "Mozilla/5.0 (X11)"), ("Accept-Encoding", "gzip, br"),
    )  # fmt: skip
    assert command(method="OPTIONS", headers=pairs) == (
        "curl -i -X OPTIONS 'https://api.test/a' \\\n"
        "  -H 'Accept: */*' \\\n"
        "  -H 'Access-Control-Request-Method: PUT' \\\n"
        "  -H 'Access-Control-Request-Headers: content-type,x-api-key' \\\n"
        "  -H 'Origin: http://localhost:3000' \\\n"
        "  -H 'User-Agent: Mozilla/5.0 (X11)' \\\n"
        "  -H 'Accept-Encoding: gzip, br' \\\n"
        "  --compressed"
    )


def words(text: str) -> list[str]:
    return shlex.split(text.replace("\\\n", " "))


def test_secrets_are_variables_so_that_the_command_still_runs() -> None:
    pairs = (("Authorization", "Bearer abc"), ("Cookie", "a=b"), ("X-API-Key", "k1"), ("X-Page", "p"))
    url = "https://api.test/?a=1&api_key=sesame&b=2"
    hidden, shown = command(url, headers=pairs), command(url, headers=pairs, show_secrets=True)
    assert '-H "Authorization: $AUTHORIZATION"' in hidden
    assert '-H "Cookie: $COOKIE"' in hidden
    assert '-H "X-API-Key: $X_API_KEY"' in hidden
    assert "'https://api.test/?a=1&api_key='\"$API_KEY\"'&b=2'" in hidden
    assert not any(secret in hidden for secret in ("abc", "a=b", "k1", "sesame"))
    assert all(secret in shown for secret in ("Bearer abc", "a=b", "k1", "api_key=sesame", "X-Page: p"))


def test_a_name_that_a_shell_would_expand_is_quoted() -> None:
    """A header's name may hold a backquote; with a secret beside it, it must not run."""
    assert "-H 'X-`id`$a-token: '\"$X_ID_A_TOKEN\"" in command(headers=(("X-`id`$a-token", "x"),))


def test_a_proxys_password_is_a_variable() -> None:
    given = Connection(proxy="http://me:pw@p:1")
    assert "--proxy 'http://'\"$USER_AND_PASSWORD\"'@p:1'" in command(connection=given)
    assert "--proxy 'http://me:pw@p:1'" in command(connection=given, show_secrets=True)


@pytest.mark.parametrize(
    ("method", "body", "expected"),
    [
        ("GET", None, []),
        ("HEAD", None, ["--head"]),
        ("patch", None, ["-X", "patch"]),
        ("DELETE", None, ["-X", "DELETE"]),
        ("POST", None, ["-X", "POST", "--data-raw", ""]),
        ("POST", "@file", ["-X", "POST", "--data-raw", "@file"]),
        ("GET", "x", ["-X", "GET", "--data-raw", "x"]),
    ],
)
def test_method_and_body(method: str, body: str | None, expected: list[str]) -> None:
    pairs = (("User-Agent", "u"), ("Accept", "a"), ("Content-Type", "t"))
    found = [word for word in words(command(method=method, body=body, headers=pairs)) if not word.startswith("https:")]
    assert found == ["curl", "-i", *expected[:2], *(w for n, v in pairs for w in ("-H", f"{n}: {v}")), *expected[2:]]


def test_a_body_with_nul_comes_through_a_pipe_and_a_large_one_from_a_file() -> None:
    assert command(method="POST", body="a\0'").startswith("printf '\\141\\000\\047' | curl")
    assert "--data-binary @request-body" in command(method="POST", body="x" * 200_000)


def test_what_curl_would_add_is_taken_away() -> None:
    found = words(command(method="POST", body="x"))
    assert {"User-Agent:", "Accept:", "Content-Type:"} <= set(found)


@each_row(
    ("connection", "direct", "expected"),
    [
        (Connection(), "", []),
        (Connection(insecure=True, cacert="/a b.pem"), "", ["--insecure", "--cacert", "/a b.pem"]),
        (Connection(connect_to=("e.test:1",)), "", ["--connect-to", "::e.test:1"]),
        (Connection(connect_to=("[::1]:1",)), "", ["--connect-to", "::[::1]:1"]),
        (Connection(connect_to=("a:1:b:2",)), "", ["--connect-to", "a:1:b:2"]),
        (Connection(resolve=("a:1:127.0.0.1",)), "", ["--resolve", "a:1:127.0.0.1"]),
        (Connection(connect_to=("a:1",)), "o.test:2", ["--noproxy", "*", "--connect-to", "::o.test:2"]),
        (Connection(), "https://o.test/", ["--noproxy", "*", "--connect-to", "::o.test:"]),
        (Connection(proxy="http://p:1"), "", ["--proxy", "http://p:1"]),
        (Connection(max_time=3.5), "", ["--max-time", "3.5"]),
    ],
)
def test_the_connection_is_kept(connection: Connection, direct: str, expected: list[str]) -> None:
    assert words(command(connection=connection, direct=direct))[7:] == expected


@pytest.mark.parametrize(
    ("url", "environment", "expected"),
    [
        ("http://localhost:1/", {"http_proxy": "http://p"}, True),
        ("http://localhost:1/", {"PATH": "/bin"}, False),
        ("http://api.test/", {"http_proxy": "http://p"}, False),
    ],
)
def test_loopback_goes_through_no_proxy(url: str, environment: dict[str, str], expected: bool) -> None:
    assert ("--noproxy '*'" in command(url, environment=environment)) is expected


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("a", "a"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"), ("$HOME`x`!", "'$HOME`x`!'"),
        ("a\n'\\!", "$'a\\n\\'\\\\\\x21'"), ("\xe9\x1b", "$'\\xe9\\x1b'"),
    ],
)  # fmt: skip
def test_quoting(text: str, quoted: str) -> None:
    assert quote(text) == quoted


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_printable_text_is_one_word_again(text: str) -> None:
    assert shlex.split(quote(text)) == [text]
