"""Faults of patterns, with what to write instead."""

from __future__ import annotations

import pytest

from cors_tui.fixes.pattern_faults import pattern_faults
from cors_tui.patterns import read_pattern
from tests.rows import each_row


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


def test_a_stranger_gets_in() -> None:
    (fault,) = pattern_faults("https://*example.com", credentials=False)
    assert (fault.code, fault.proof) == ("lets-strangers-in", "https://evilexample.com")


@pytest.mark.parametrize(
    "pattern",
    [
        "https://*.com",
        "https://*.co.uk",
        "https://*.github.io",
        "https://*.vercel.app:8443",
        pytest.param("https://*.amazonaws.com", id="suffixes below it, where anybody has a bucket"),
        pytest.param("https://*.kawasaki.jp", id="every name under it is a suffix"),
    ],
)
def test_a_public_suffix(pattern: str) -> None:
    """Anybody registers a name under it; the name given as proof is one the pattern really matches."""
    (fault,) = pattern_faults(pattern, credentials=False)
    read = read_pattern(pattern)
    assert fault.code == "public-suffix"
    assert read is not None
    assert read.matches(fault.proof)


@pytest.mark.parametrize(
    "pattern",
    [
        "https://app.example.com",
        "https://a.*.example.com",
        "ftp://*.example.com",
        r"^https://([a-z0-9-]+\.)+example\.com$",
    ],
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


@each_row(
    ("pattern", "found", "instead"),
    [
        pytest.param("*.example.com", ["no-scheme"], "write https://*.example.com", id="no scheme"),
        pytest.param("*://*.example.com", ["scheme"], "write https://*.example.com", id="any scheme"),
        pytest.param("https://*.example.com/", ["trailing-slash"], "write https://*.example.com", id="slash"),
        pytest.param("https://*.example.com/a/", ["path"], "write https://*.example.com", id="path"),
        pytest.param("https://*.Example.com:8443", ["upper-case"], "write https://*.example.com:8443", id="upper case"),
        pytest.param(
            "https://*.b\u00fccher.test.example",
            ["not-ascii"],
            "write https://*.xn--bcher-kva.test.example",
            id="umlaut",
        ),
        pytest.param(
            "HTTP://*.example.com:80/",
            ["trailing-slash", "upper-case", "default-port", "insecure-with-credentials"],
            "https://*.example.com",
            id="all of it",
        ),
        pytest.param("https://a.example.com", ["not-a-pattern"], "(`--origin https://a.example.com`)", id="one origin"),
        pytest.param("http://192.0.2.1:*", ["not-a-pattern"], "list the origins", id="any port of another machine"),
        pytest.param(
            "https://*.*.example.com",
            ["not-a-pattern"],
            "https://*.example.com (any sub-domain), or list the origins",
            id="two stars",
        ),
        pytest.param(
            "https://*-pr.example.com",
            ["not-a-pattern"],
            "https://*.example.com (any sub-domain), or list the origins",
            id="part of a label",
        ),
        pytest.param(
            "https://*-pr.vercel.app",
            ["lets-strangers-in"],
            "with your own domain (any sub-domain), or list the origins",
            id="nobody owns the rest",
        ),
    ],
)
def test_what_to_write_instead(pattern: str, found: list[str], instead: str) -> None:
    faults = list(pattern_faults(pattern, credentials=True))
    assert [fault.code for fault in faults] == found
    assert faults[-1].instead.endswith(instead)


def test_without_its_scheme_it_is_judged_all_the_same() -> None:
    assert codes("*.github.io") == ["no-scheme", "public-suffix"]
