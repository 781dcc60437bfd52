"""Secrets are recognised and shown masked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.masking import MASK, is_secret, masked, masked_lines, masked_url
from tests.rows import each_row

NOT_SECRET = [
    "Accept",
    "Content-Type",
    "X-Request-Id",
    "Access-Control-Allow-Headers",
    "Access-Control-Expose-Token",
    "X-Tokenizer",
    "Author",
    "Keyboard",
]
SECRET = [
    "Authorization",
    "authorization",
    "Cookie",
    "Set-Cookie",
    "X-API-Key",
    "x-apikey",
    "apikey",
    "X-Auth-Token",
    "X-CSRF-Token",
    "My-Session",
    "X-Amz-Security-Token",
    "Client-Secret",
]


@pytest.mark.parametrize("name", NOT_SECRET)
def test_a_header_that_is_no_secret_is_shown(name: str) -> None:
    """Near misses: names that merely look like one."""
    assert not is_secret(name)
    assert masked(name, "value") == "value"


@each_row("name", SECRET)
def test_a_secret_is_masked(name: str) -> None:
    """No character of the secret remains."""
    assert "hunter2" not in masked(name, "hunter2")


SHAPES = [
    ("Location", "https://ada:hunter2@h.example/?token=t&b=1", f"https://{MASK}@h.example/?token={MASK}&b=1"),
    ("Authorization", "Bearer abc.def", f"Bearer {MASK}"),
    ("Authorization", "abc", MASK),
    ("Cookie", "a=1; session=xyz", f"a={MASK}; session={MASK}"),
    ("Set-Cookie", "sid=xyz; Path=/; SameSite=Lax", f"sid={MASK}; Path=/; SameSite=Lax"),
    ("X-API-Key", "", ""),
]


@pytest.mark.parametrize(("name", "value", "shown"), SHAPES)
def test_what_is_no_secret_in_a_secret_stays(name: str, value: str, shown: str) -> None:
    """The scheme, a cookie's name and its attributes are what a person needs to see."""
    assert masked(name, value) == shown


URLS = [
    ("https://a.example/x?page=2", "https://a.example/x?page=2"),
    ("https://a.example/x?monkey=2", "https://a.example/x?monkey=2"),
    ("https://a.example/x?api_key=abc&page=2", f"https://a.example/x?api_key={MASK}&page=2"),
    ("https://user:pw@a.example/", f"https://{MASK}@a.example/"),
    ("at 'https://a.example/?token=abc' from", f"at 'https://a.example/?token={MASK}' from"),
]


@pytest.mark.parametrize(("url", "shown"), URLS)
def test_secrets_in_urls(url: str, shown: str) -> None:
    """User information and well-known query parameters are masked, in a bare URL and inside a sentence."""
    assert masked_url(url) == shown


@given(st.sampled_from(SECRET), st.text(alphabet="abcdefXYZ0189=; ", min_size=8))
def test_masking_never_raises_and_never_grows_without_bound(name: str, value: str) -> None:
    """Any value can be masked; what comes out holds no long run of the secret."""
    assert len(masked(name, value)) <= len(value) + len(MASK) * (value.count(";") + 2)


def test_free_text_keeps_its_lines_without_their_secrets() -> None:
    text = "see https://a.example/?token=s3cret\nAuthorization: Bearer s3cret\nContent-Type: text/plain"
    shown = masked_lines(text)
    assert "s3cret" not in shown
    assert shown.splitlines()[1] == f"Authorization: Bearer {MASK}"
    assert shown.splitlines()[2] == "Content-Type: text/plain"


FREE = [
    (
        "a curl command",
        "curl 'https://a.example/' -H 'Authorization: Bearer s3cret-long' -H 'Accept: */*'",
        "Accept: */*",
    ),
    ("curl's cookies", "curl https://a.example/x -b 'sid=s3cret' --compressed", "--compressed"),
    ("curl's user", "curl -u me:s3cret https://a.example/x", "https://a.example/x"),
    ("curl for cmd", 'curl ^"https://a.example/^" -H ^"Cookie: sid=s3cret^" -H ^"X: y^"', "X: y"),
    ("fetch code", 'fetch("/x", {"headers": {"authorization": "Bearer s3cret-long", "accept": "a"}})', '"accept": "a"'),
    ("an API key in code", "headers: { 'X-API-Key': 's3cret', 'X-Other': 'kept' }", "'X-Other': 'kept'"),
    ("a HAR", '{"name": "Cookie", "value": "sid=s3cret"}, {"name": "Accept", "value": "a"}', '"value": "a"'),
    ("PowerShell", '"Authorization"="Basic s3cret00"', '"Authorization"="Basic '),
    ("a token alone", "the token was eyJhbGciOiJIUzI1NiJ9.s3cret.s3cret and it failed", "and it failed"),
    ("a header of a dump, indented", "> Authorization: Bearer s3cret-long", "> Authorization: Bearer"),
]


@each_row(("what", "text", "kept"), FREE, ids=[row[0] for row in FREE])
def test_secrets_of_pasted_text(what: str, text: str, kept: str) -> None:
    """Gone, and what stands beside them stays."""
    shown = masked_lines(text)
    assert "s3cret" not in shown
    assert MASK in shown
    assert kept in shown


OPEN = [
    "Access-Control-Allow-Headers: authorization, x-api-key",
    "Request header field authorization is not allowed by Access-Control-Allow-Headers in preflight response.",
    "Access to fetch at 'https://a.example/token' from origin 'https://b.example' has been blocked by CORS policy",
    "curl -X PUT https://a.example/sessions/7 -H 'Content-Type: application/json'",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_only_speaks_of_secrets_stays(text: str) -> None:
    """Names are no secrets."""
    assert masked_lines(text) == text
