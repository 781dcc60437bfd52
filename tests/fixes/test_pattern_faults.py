"""Patterns that a stranger can satisfy, each with a name that proves it."""

from __future__ import annotations

import re

import pytest

from cors_tui.fixes.pattern_faults import LONGEST_PATTERN, pattern_faults, stranger
from cors_tui.patterns import read_pattern


def codes(pattern: str, *, credentials: bool = True) -> list[str]:
    return [fault.code for fault in pattern_faults(pattern, credentials=credentials)]


@pytest.mark.parametrize(
    "pattern",
    [
        "https://*.example.com",
        "https://*.a.example.co.uk",
        "https://*.my-site.github.io",
        "https://*.example.com:8443",
        "http://*.localhost",
        "https://*.localhost:3000",
    ],
)
def test_no_fault(pattern: str) -> None:
    assert codes(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "proof"),
    [
        pytest.param("https://*example.com", "https://evilexample.com", id="no dot after the star"),
        pytest.param("https://example.*", "https://example.evil.test", id="a star for the top-level domain"),
        pytest.param("https://app-*.vercel.app", "https://app-evil.vercel.app", id="shared hosting"),
        pytest.param("https://*-team.vercel.app", "https://evil-team.vercel.app", id="shared hosting, a suffix"),
        pytest.param("https://*", "https://evil.test", id="every host"),
        pytest.param("*", "https://evil.test", id="everything"),
        pytest.param(r"https://.*\.example\.com", "https://x.example.com.evil.test", id="an expression without an end"),
        pytest.param(r"^https://.*example\.com$", "https://evilexample.com", id="an expression without a dot"),
        pytest.param(r"https?://(.*\.)?example.com", "https://example.com.evil.test", id="an optional sub-domain"),
    ],
)
def test_a_stranger_gets_in(pattern: str, proof: str) -> None:
    assert codes(pattern)[0] == "lets-strangers-in"
    assert stranger(pattern) == proof


@pytest.mark.parametrize("pattern", ["https://*.com", "https://*.co.uk", "https://*.github.io", "https://*.vercel.app"])
def test_a_public_suffix(pattern: str) -> None:
    """Anybody registers a name under it; the name given as proof is one the pattern really matches."""
    (fault,) = pattern_faults(pattern, credentials=False)
    read = read_pattern(pattern)
    assert fault.code == "public-suffix"
    assert read is not None
    assert read.matches(fault.proof)


@pytest.mark.parametrize(
    "pattern",
    ["https://app.example.com", "https://a.*.example.com", "*.example.com", r"^https://([a-z0-9-]+\.)+example\.com$"],
)
def test_harmless_and_no_pattern_all_the_same(pattern: str) -> None:
    assert codes(pattern) == ["not-a-pattern"]


@pytest.mark.parametrize(
    ("pattern", "found"),
    [
        pytest.param("http://*.example.com", ["insecure-with-credentials"], id="http with credentials"),
        pytest.param("https://*.example.com:443", ["default-port"], id="the scheme's own port"),
        pytest.param("https://*.example.com:08443", ["port"], id="a zero in front"),
        pytest.param("https://*.example.com:99999", ["port"], id="beyond the last port"),
        pytest.param("https://*.192.0.2.1", ["address"], id="an address has no sub-domains"),
        pytest.param("https://*.a1.example2.com", [], id="digits in a name"),
        pytest.param("http://localhost:*", ["any-port"], id="every port of this machine"),
    ],
)
def test_faults_of_the_parts(pattern: str, found: list[str]) -> None:
    assert codes(pattern) == found


def test_any_port_is_only_worth_knowing() -> None:
    assert [fault.grave for fault in pattern_faults("http://localhost:*", credentials=True)] == [False]


@pytest.mark.parametrize("pattern", ["(" * 50, "https://[", "\\", "^(a+)+$" * 100, "https://*\n.example.com", ""])
def test_nonsense_is_refused_and_breaks_nothing(pattern: str) -> None:
    assert codes(pattern) == ["not-a-pattern"]


def test_a_pattern_beyond_all_measure_is_not_tried() -> None:
    pattern = "https://" + "a" * LONGEST_PATTERN + ".*"
    assert re.match(pattern, "https://" + "a" * LONGEST_PATTERN)
    assert stranger(pattern) == ""
