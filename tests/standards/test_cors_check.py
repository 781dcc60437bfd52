"""The CORS check, value by value."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from tests.rows import each_row

ORIGIN = "https://app.example.com"
OMIT, INCLUDE = CredentialsMode.OMIT, CredentialsMode.INCLUDE

ROWS = [
    pytest.param([], OMIT, "allow-origin-missing", id="no header"),
    pytest.param(["null"], OMIT, "allow-origin-mismatch", id="null is for opaque origins"),
    pytest.param([""], OMIT, "allow-origin-invalid", id="empty is another value"),
    pytest.param(["https://APP.example.com"], OMIT, "allow-origin-mismatch", id="no case folding"),
    pytest.param(["https://app.example.com/"], OMIT, "allow-origin-mismatch", id="a slash"),
    pytest.param(["https://app.example.com:443"], OMIT, "allow-origin-mismatch", id="a default port"),
    pytest.param(["http://app.example.com"], OMIT, "allow-origin-mismatch", id="the scheme"),
    pytest.param(["app.example.com"], OMIT, "allow-origin-invalid", id="no scheme"),
    pytest.param(["https://*.example.com"], OMIT, "allow-origin-mismatch", id="no patterns"),
    pytest.param([f"\x0b{ORIGIN}"], OMIT, "allow-origin-mismatch", id="a vertical tab is not trimmed"),
    pytest.param([f'"{ORIGIN}"'], OMIT, "allow-origin-invalid", id="quotes"),
    pytest.param([ORIGIN, ORIGIN], OMIT, "allow-origin-multiple", id="twice the same is not it"),
    pytest.param(["*", "*"], OMIT, "allow-origin-multiple", id="nor twice the star"),
    pytest.param([f"{ORIGIN}, https://b.example"], OMIT, "allow-origin-multiple", id="a list in one line"),
    pytest.param(["*"], INCLUDE, "allow-origin-wildcard", id="the star with credentials"),
    pytest.param([ORIGIN], INCLUDE, "allow-credentials", id="credentials not allowed"),
    pytest.param(["*"], OMIT, "", id="the star"),
    pytest.param(["*"], CredentialsMode.SAME_ORIGIN, "", id="same-origin is not include"),
    pytest.param([f"  {ORIGIN}\t"], OMIT, "", id="space and tab are trimmed"),
]


@each_row(("values", "mode", "expected"), ROWS)
def test_allow_origin(values: list[str], mode: CredentialsMode, expected: str) -> None:
    headers = HeaderList(tuple(("Access-Control-Allow-Origin", value) for value in values))
    failure = cors_check(headers, ORIGIN, mode)
    assert (failure.refusal.value if failure else "") == expected


@pytest.mark.parametrize(
    ("values", "passes"),
    [
        pytest.param([], False, id="absent"),
        pytest.param(["True"], False, id="capital"),
        pytest.param(["1"], False, id="one"),
        pytest.param(["true", "true"], False, id="twice"),
        pytest.param([" true\t"], True, id="trimmed"),
    ],
)
def test_allow_credentials(values: list[str], passes: bool) -> None:
    pairs = [("access-control-allow-origin", ORIGIN), *(("Access-Control-Allow-Credentials", each) for each in values)]
    failure = cors_check(HeaderList(tuple(pairs)), ORIGIN, INCLUDE)
    assert (failure is None) is passes
    if failure is not None:
        assert (failure.header, failure.wanted) == ("access-control-allow-credentials", "true")
        assert failure.got == (", ".join(values) if values else None)


def test_a_failure_names_the_step_and_the_bytes() -> None:
    failure = cors_check(HeaderList((("Access-Control-Allow-Origin", "x"),)), "null", OMIT)
    assert failure is not None
    assert (failure.got, failure.wanted, failure.step.number) == ("x", "null", "4")
    assert failure.step.url.endswith("#concept-cors-check")


@given(st.lists(st.text()), st.sampled_from(CredentialsMode))
def test_only_the_origin_or_the_star_pass(values: list[str], mode: CredentialsMode) -> None:
    headers = HeaderList(tuple(("Access-Control-Allow-Origin", value) for value in values))
    passes = cors_check(headers, ORIGIN, mode) is None
    assert not passes or [value.strip(" \t") for value in values] in ([ORIGIN], ["*"])
