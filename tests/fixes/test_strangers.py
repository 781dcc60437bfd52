"""Names that a stranger can register and that a pattern lets in; and patterns that let in none."""

from __future__ import annotations

import re

import pytest

from cors_tui.fixes.strangers import LONGEST_PATTERN, domain_of, is_expression, public_suffix_of, registrable, stranger
from cors_tui.patterns import read_pattern
from tests.rows import each_row


@each_row(
    ("pattern", "proof"),
    [
        pytest.param("https://*example.com", "https://evilexample.com", id="no dot after the star"),
        pytest.param("https://example.*", "https://example.evil.test", id="a star for the top-level domain"),
        pytest.param("https://app-*.vercel.app", "https://app-evil.vercel.app", id="shared hosting"),
        pytest.param("https://*-team.vercel.app", "https://evil-team.vercel.app", id="shared hosting, a suffix"),
        pytest.param("https://*", "https://evil.test", id="every host"),
        pytest.param("*", "https://evil.test", id="everything"),
        pytest.param("https://*.s3.amazonaws.com", "https://evil.s3.amazonaws.com", id="a public suffix"),
        pytest.param("https://*.amazonaws.com:8443", "https://evil.s3.amazonaws.com:8443", id="one below"),
        pytest.param("https://*.ck", "https://evil.any.ck", id="every name under it is a suffix, too"),
        pytest.param(r"https://.*\.example\.com", "https://x.example.com.evil.test", id="an expression without an end"),
        pytest.param(r"^https://.*example\.com$", "https://evilexample.com", id="an expression without a dot"),
        pytest.param(r"https?://(.*\.)?example.com", "https://example.com.evil.test", id="an optional sub-domain"),
        pytest.param(r"^https://app.example.com$", "https://appxexample.com", id="a dot that is any letter"),
        pytest.param(r"^https://([a-z]+).example.com$", "https://evilxexample.com", id="such a dot behind a group"),
        pytest.param(r"^https://(app|admin).example.com$", "https://appxexample.com", id="such a dot behind words"),
        pytest.param(r"/example\.com$/", "https://evilexample.com", id="a literal of JavaScript"),
        pytest.param(r"/^https:\/\/.+\.example\.com/i", "https://x.example.com.evil.test", id="with its flags"),
        pytest.param(
            r"^https://.*\.example\.com|https://b\.test$",
            "https://x.example.com.evil.test",
            id="a bar loosens both ends",
        ),
        pytest.param(".*", "https://evil.test", id="an expression for everything"),
    ],
)
def test_a_stranger_gets_in(pattern: str, proof: str) -> None:
    assert stranger(pattern) == proof


@each_row(
    "pattern",
    [
        "https://*.example.com",
        "https://*.city.kawasaki.jp",
        "http://*.localhost:3000",
        "http://localhost:*",
        r"^https://([a-z0-9-]+\.)+example\.com$",
        r"^https://(app|admin)\.example\.com$",
        r"/^https:\/\/.*\.example\.com$/",
        pytest.param(r"^https://app\.example.com$", id="only the last dot: nobody registers a top-level domain"),
        "https://app-*.example.com",
        "(((",
        "",
    ],
)
def test_no_stranger_gets_in(pattern: str) -> None:
    assert stranger(pattern) == ""


def test_a_pattern_beyond_all_measure_is_not_tried() -> None:
    pattern = "https://" + "a" * LONGEST_PATTERN + ".*"
    assert re.match(pattern, "https://" + "a" * LONGEST_PATTERN)
    assert stranger(pattern) == ""


@pytest.mark.parametrize(
    ("pattern", "suffix"),
    [
        ("https://*.github.io", "github.io"),
        ("https://*.my.github.io", ""),
        ("https://*.amazonaws.com", "s3.amazonaws.com"),
        ("http://*.localhost", ""),
        ("http://localhost:*", ""),
    ],
)
def test_the_public_suffix_that_is_reached_across(pattern: str, suffix: str) -> None:
    read = read_pattern(pattern)
    assert read is not None
    assert public_suffix_of(read) == suffix


@pytest.mark.parametrize(
    ("pattern", "domain"),
    [
        ("https://*.Example.com:8443/x", "example.com"),
        ("https://*example.com", "example.com"),
        ("https://*-pr.example.com", "example.com"),
        (r"/^https:\/\/.*\.example\.com$/", "example.com"),
        ("https://example.*", ""),
    ],
)
def test_the_domain_that_it_ends_in(pattern: str, domain: str) -> None:
    assert domain_of(pattern) == domain


def test_what_is_an_expression() -> None:
    assert [is_expression(text) for text in (r"a\.b", "https://.*", "https://*.a.b", "https://a.*.b")] == [
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(("host", "found"), [("a.b.co.uk", "b.co.uk"), ("co.uk", ""), ("a.localhost", "localhost")])
def test_registrable(host: str, found: str) -> None:
    assert registrable(host) == found
