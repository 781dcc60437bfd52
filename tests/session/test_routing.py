"""A way around the URL's own host is said."""

from __future__ import annotations

import pytest

from cors_tui.case import Call, Case, Connection
from cors_tui.session.routing import how_reached

HTTPS = "https://api.example.com/"

SAID = [
    ("the URL's own host", HTTPS, Connection(), "", ""),
    (
        "loopback never goes through a proxy",
        "http://127.0.0.1:8000/",
        Connection(proxy="http://p.example:3128"),
        "",
        "",
    ),
    ("a proxy given", HTTPS, Connection(proxy="http://p.example:3128"), "", "p.example:3128"),
    ("a proxy of the system", HTTPS, Connection(), "http://sys.example:8080", "from https_proxy"),
    ("connect-to", HTTPS, Connection(connect_to=("api.example.com:443:10.0.0.1:8443",)), "", "10.0.0.1:8443"),
    ("resolve", HTTPS, Connection(resolve=("api.example.com:443:10.0.0.2",)), "", "10.0.0.2"),
    ("insecure", HTTPS, Connection(insecure=True), "", "certificate"),
    ("insecure means nothing without TLS", "http://a.example/", Connection(insecure=True), "", ""),
    ("no URL", "nonsense", Connection(), "", ""),
]


@pytest.mark.parametrize(("what", "url", "connection", "system", "says"), SAID, ids=[what for what, *_ in SAID])
def test_how_the_target_is_reached(
    what: str, url: str, connection: Connection, system: str, says: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is said when nothing is special."""
    for name in (
        "https_proxy",
        "HTTPS_PROXY",
        "http_proxy",
        "HTTP_PROXY",
        "all_proxy",
        "ALL_PROXY",
        "no_proxy",
        "NO_PROXY",
    ):
        monkeypatch.delenv(name, raising=False)
    if system:
        monkeypatch.setenv("https_proxy", system)
    said = how_reached(Case(Call(url=url), connection))
    assert says in said
    assert bool(said) == bool(says)
