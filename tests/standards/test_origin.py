"""Origins: serialized and compared."""

from __future__ import annotations

import pytest

from cors_tui.standards.origin import OPAQUE, Origin, same_origin, serialize_origin


@pytest.mark.parametrize(
    ("origin", "text"),
    [
        pytest.param(OPAQUE, "null", id="opaque"),
        pytest.param(Origin("https", "a.example", 443), "https://a.example", id="default port"),
        pytest.param(Origin("https", "a.example", 80), "https://a.example:80", id="the other scheme's port"),
        pytest.param(Origin("http", "[::1]", 3000), "http://[::1]:3000", id="IPv6 keeps its brackets"),
    ],
)
def test_serializing(origin: Origin, text: str) -> None:
    assert serialize_origin(origin) == text
    assert str(origin) == text


def test_two_opaque_origins_are_never_the_same() -> None:
    assert not same_origin(OPAQUE, OPAQUE)


def test_scheme_host_and_port_count() -> None:
    here = Origin("http", "localhost", 3000)
    assert same_origin(here, Origin("http", "localhost", 3000))
    assert not same_origin(here, Origin("http", "127.0.0.1", 3000))
    assert not same_origin(here, Origin("http", "localhost", 8000))
    assert not same_origin(here, Origin("https", "localhost", 3000))
