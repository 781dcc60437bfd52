"""Sites."""

from __future__ import annotations

import pytest

from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.site import ip_of, is_localhost, registrable_domain, same_site, schemelessly_same_site
from tests.rows import each_row
from tests.standards.making import url


@each_row(
    ("host", "domain"),
    [
        pytest.param("co.uk", "co.uk", id="a public suffix has none"),
        pytest.param("a.github.io", "a.github.io", id="a private suffix"),
        pytest.param("a.b.example.co.uk", "example.co.uk", id="below a suffix of two labels"),
        pytest.param("localhost", "localhost", id="one label"),
        pytest.param("127.0.0.1", "127.0.0.1", id="an address"),
        pytest.param("[::1]", "[::1]", id="an IPv6 address"),
        pytest.param("", "", id="nothing"),
        pytest.param("a.xn--bcher-kva.test", "xn--bcher-kva.test", id="an international name"),
        pytest.param("a.b.xn--55qx5d.cn", "b.xn--55qx5d.cn", id="below an international suffix"),
        pytest.param("a.xn--zzzzzz99.test", "xn--zzzzzz99.test", id="punycode that is none"),
        pytest.param("api.example.test", "example.test", id="an unknown suffix"),
    ],
)
def test_registrable_domain(host: str, domain: str) -> None:
    assert registrable_domain(host) == domain


@pytest.mark.parametrize(
    ("a", "b", "schemeless", "with_scheme"),
    [
        pytest.param("https://a.github.io", "https://b.github.io", False, False, id="two users of one host"),
        pytest.param("http://127.0.0.1", "http://127.0.0.2", False, False, id="two addresses"),
        pytest.param("http://localhost:3000", "http://127.0.0.1:3000", False, False, id="localhost is not its address"),
        pytest.param("http://a.example.com", "https://b.example.com", True, False, id="another scheme"),
        pytest.param("http://localhost:3000", "http://localhost:8000", True, True, id="ports do not count"),
        pytest.param("https://a.example.com", "https://example.com", True, True, id="a sub-domain"),
    ],
)
def test_same_site(a: str, b: str, schemeless: bool, with_scheme: bool) -> None:
    here, there = url(a).origin, url(b).origin
    assert schemelessly_same_site(here, there) is schemeless
    assert same_site(here, there) is with_scheme


def test_an_opaque_origin_is_of_no_site() -> None:
    assert not schemelessly_same_site(OPAQUE, OPAQUE)


def test_localhost_names() -> None:
    assert is_localhost("localhost.")
    assert is_localhost("a.localhost")
    assert not is_localhost("localhost.example.com")
    assert ip_of("localhost") is None
