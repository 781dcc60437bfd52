"""URLs as browsers parse them."""

from __future__ import annotations

import ada_url
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.url import Url, parse_url
from tests.standards.making import url


@pytest.mark.parametrize(
    "text", ["", "/v1", "api.example.com", "https://", "https://[", "http://a b/", "https://a:99999"]
)
def test_what_is_no_url(text: str) -> None:
    assert parse_url(text) is None


@pytest.mark.parametrize(
    ("text", "href"),
    [
        pytest.param("HTTPS://API.Example.com:443/a/../b", "https://api.example.com/b", id="case, port and dots"),
        pytest.param("https://bücher.example/", "https://xn--bcher-kva.example/", id="international names"),
        pytest.param("  https://a.example/x y\n", "https://a.example/x%20y", id="spaces"),
        pytest.param("http://0x7f.1/", "http://127.0.0.1/", id="odd addresses"),
    ],
)
def test_parsing(text: str, href: str) -> None:
    assert url(text).href == href


def test_parts() -> None:
    found = url("https://u:p@a.example:8443/v1?x=1#f")
    assert (found.scheme, found.host, found.port, found.target) == ("https", "a.example", 8443, "/v1?x=1")
    assert found.includes_credentials
    assert found.without_fragment == "https://u:p@a.example:8443/v1?x=1"
    assert str(found.origin) == "https://a.example:8443"


def test_default_ports_are_effective() -> None:
    assert url("http://a.example/").port == 80
    assert url("wss://a.example/").port == 443


@pytest.mark.parametrize("text", ["data:text/plain,x", "file:///a", "foo:bar", "about:blank"])
def test_other_schemes_have_opaque_origins(text: str) -> None:
    assert url(text).origin is OPAQUE
    assert not url(text).is_http


def test_a_relative_url_needs_a_base() -> None:
    found = parse_url("../b", "https://a.example/x/y/")
    assert found is not None
    assert found.href == "https://a.example/x/b"


@given(st.text())
def test_no_text_makes_it_raise(text: str) -> None:
    found = parse_url(text, "https://a.example/")
    assert found is None or str(found.origin)


@pytest.mark.parametrize(
    ("text", "target"),
    [("https://a.test", "/"), ("https://a.test/?", "/?"), ("https://a.test/#", "/"), ("https://a.test/?#", "/?"),
     ("https://a.test/p?q#?", "/p?q")],
)  # fmt: skip
def test_an_empty_query_keeps_its_mark_and_an_empty_fragment_goes(text: str, target: str) -> None:
    """Browsers send ``GET /?`` as it was written."""
    found = parse_url(text)
    assert found is not None
    assert (found.target, found.without_fragment.endswith(target)) == (target, True)


def asked_of_the_parser(text: str) -> tuple[str, ...]:
    parsed = ada_url.URL(text)
    names = ("protocol", "username", "password", "hostname", "pathname", "search", "hash")
    return tuple(str(getattr(parsed, name)) for name in names)


def parts(found: Url) -> tuple[str, ...]:
    return (
        f"{found.scheme}:", found.username, found.password, found.host, found.path, found.query, found.fragment,
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "http://a.example", "https://@a.example/", "https://:@a.example:443/?", "https://u:@a.example/#",
        "https://:p@[::1]:8443/a:b@c?d?e#f#g", "http://a.example//b//?#", "https://a%40b:c%3Ad@h.example/%2F",
    ],
)  # fmt: skip
def test_the_parts_are_the_parsers_own(text: str) -> None:
    assert parts(url(text)) == asked_of_the_parser(text)


@given(st.text(alphabet="ahz0:/@?#[]%.\\ -~\n", max_size=25))
def test_the_parts_of_any_web_url_are_the_parsers_own(rest: str) -> None:
    found = parse_url(f"https://{rest}")
    if found is not None:
        assert parts(found) == asked_of_the_parser(f"https://{rest}")
