"""Content Security Policy, as far as it stops a request."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.csp import csp_failure, matches_source
from cors_tui.standards.request import Initiator
from tests.rows import each_row
from tests.standards.making import allows, asks, ends, headers, page, refusal, says, url

HERE = page("https://app.example.com")


@each_row(
    ("source", "target", "matches"),
    [
        pytest.param("'none'", "https://api.example.com/", False, id="none"),
        pytest.param("https://*.example.com", "https://example.com/", False, id="the domain itself"),
        pytest.param("https://api.example.com:8443", "https://api.example.com/", False, id="another port"),
        pytest.param("https://api.example.com", "http://api.example.com/", False, id="no downgrade"),
        pytest.param("https://api.example.com/v1", "https://api.example.com/v1/x", False, id="a path is exact"),
        pytest.param("'self'", "https://api.example.com/", False, id="self is one origin"),
        pytest.param("*", "data:text/plain,x", False, id="the star is for network schemes"),
        pytest.param("api.example.com", "https://api.example.com/x", True, id="the page's scheme"),
        pytest.param("http://api.example.com", "https://api.example.com/", True, id="an upgrade"),
        pytest.param("https://*.example.com", "https://a.b.example.com/", True, id="sub-domains"),
        pytest.param("https://api.example.com/v1/", "https://api.example.com/v1/x", True, id="a folder"),
        pytest.param("https:", "https://b.example/", True, id="a scheme"),
        pytest.param("https://api.example.com:*", "https://api.example.com:9/", True, id="any port"),
        pytest.param("'self'", "https://app.example.com/x", True, id="self"),
    ],
)
def test_source_expressions(source: str, target: str, matches: bool) -> None:
    assert matches_source(source, url(target), HERE, 0) is matches


def test_a_path_is_not_looked_at_after_a_redirect() -> None:
    assert matches_source("https://b.example/v1", url("https://b.example/v2"), HERE, 1)


@pytest.mark.parametrize(
    ("policy", "initiator", "blocked_by"),
    [
        pytest.param("img-src 'none'", Initiator.FETCH, "", id="another directive"),
        pytest.param("connect-src *; default-src 'none'", Initiator.FETCH, "", id="connect-src before default-src"),
        pytest.param("CONNECT-SRC 'none'; connect-src *", Initiator.FETCH, "connect-src", id="the first of two"),
        pytest.param("default-src 'self'", Initiator.XHR, "default-src", id="the fallback"),
        pytest.param(
            "connect-src *, connect-src 'self'", Initiator.FETCH, "connect-src", id="two policies in one line"
        ),
        pytest.param("script-src 'self'", Initiator.MODULE, "script-src", id="a script's own"),
        pytest.param("font-src 'self'", Initiator.FONT, "font-src", id="a font's own"),
    ],
)
def test_directives(policy: str, initiator: Initiator, blocked_by: str) -> None:
    client = page(headers=headers({"Content-Security-Policy": policy}))
    failure = csp_failure(asks(at=client, initiator=initiator), url("https://b.example/"), 0)
    assert (failure.about if failure else "") == blocked_by


def test_a_report_only_policy_blocks_nothing() -> None:
    client = page(headers=headers({"Content-Security-Policy-Report-Only": "connect-src 'none'"}))
    assert refusal(ends(asks(at=client), allows())) == ""


def test_a_redirect_out_of_the_policy_is_stopped_there() -> None:
    client = page(headers=headers({"Content-Security-Policy": "connect-src https://api.example.net"}))
    moved = says(302, {"Access-Control-Allow-Origin": "*", "Location": "https://third.example/"})
    outcome = ends(asks(at=client), moved)
    assert refusal(outcome) == "csp-connect-src"
    assert outcome.failure is not None
    assert (outcome.failure.url, len(outcome.exchanges)) == ("https://third.example/", 1)


@given(st.text(), st.sampled_from(["https://b.example/x", "data:,x", "http://[::1]:3/"]))
def test_no_policy_makes_it_raise(policy: str, target: str) -> None:
    client = page(headers=headers({"Content-Security-Policy": policy}))
    csp_failure(asks(at=client), url(target), 0)
