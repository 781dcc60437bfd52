"""Ports no browser fetches from."""

from __future__ import annotations

import pytest

from cors_tui.standards.bad_port import BAD_PORTS, has_bad_port
from tests.standards.making import asks, ends, refusal, says, url


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        pytest.param("http://a.example:3000/", False, id="a development port"),
        pytest.param("https://a.example/", False, id="the default port"),
        pytest.param("ftp://a.example/", False, id="another scheme's default port is not looked at"),
        pytest.param("http://a.example:6000/", True, id="x11, taken for development by mistake"),
        pytest.param("https://a.example:25/", True, id="smtp"),
    ],
)
def test_bad_ports(text: str, bad: bool) -> None:
    assert has_bad_port(url(text)) is bad


def test_nothing_is_sent() -> None:
    outcome = ends(asks("https://a.example:10080/"), says())
    assert (refusal(outcome), outcome.exchanges) == ("bad-port", ())


def test_the_table_is_that_of_the_standard() -> None:
    assert len(BAD_PORTS) == 83
    assert not BAD_PORTS & {80, 443, 3000, 5000, 5173, 8000, 8080}
