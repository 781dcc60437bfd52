"""The experiments at other places: where each goes."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.case import AS_ASKED, Call, Case
from tests.experiments.cases import LOCAL, PAGE, SIMPLE, URL, preflighted, url
from tests.rows import each_row

TARGETS = {
    "another scheme": (experiments.HTTP_INSTEAD, SIMPLE, ["http://api.example.com/users"]),
    "the same scheme": (experiments.HTTPS_INSTEAD, SIMPLE, []),
    "a port is kept": (experiments.HTTPS_INSTEAD, LOCAL, ["https://localhost:8000/users"]),
    "a slash more": (experiments.SLASH_VARIANT, SIMPLE, ["https://api.example.com/users/"]),
    "a slash less": (
        experiments.SLASH_VARIANT,
        Case(Call(url="https://api.example.com/users/", origin=PAGE)),
        ["https://api.example.com/users"],
    ),
    "the root has no variant": (
        experiments.SLASH_VARIANT,
        Case(Call(url="https://api.example.com/", origin=PAGE)),
        [],
    ),
    "www more": (
        experiments.WWW_VARIANT,
        Case(Call(url="https://example.com/users", origin=PAGE)),
        ["https://www.example.com/users"],
    ),
    "www less": (
        experiments.WWW_VARIANT,
        Case(Call(url="https://www.example.com/users", origin=PAGE)),
        ["https://example.com/users"],
    ),
    "no www below a subdomain": (experiments.WWW_VARIANT, SIMPLE, []),
    "no www before an address": (experiments.WWW_VARIANT, Case(Call(url="http://10.0.0.5/users", origin=PAGE)), []),
    "no www before localhost": (experiments.WWW_VARIANT, LOCAL, []),
    "both addresses of localhost": (
        experiments.LOCALHOST_ADDRESSES,
        LOCAL,
        ["http://[::1]:8000/users", "http://127.0.0.1:8000/users"],
    ),
    "another host has no addresses": (experiments.LOCALHOST_ADDRESSES, SIMPLE, []),
}


@each_row("name", TARGETS)
def test_the_places_that_are_asked(name: str) -> None:
    each, case, wanted = TARGETS[name]
    assert [wire.url.href.partition("?")[0] for wire in each.plan(case)] == wanted


def test_a_missing_path_is_another_path_at_the_same_origin() -> None:
    (wire,) = experiments.MISSING_PATH.plan(SIMPLE)
    assert wire.url.origin == url(URL).origin
    assert wire.url.path != url(URL).path
    assert wire.method == "GET"


def test_direct_needs_the_origin_server_and_changes_nothing() -> None:
    assert experiments.DIRECT.plan(preflighted("GET")) == ()
    case = preflighted("GET").with_answer("origin-server", "10.0.0.5:8000")
    assert experiments.DIRECT.plan(case) == tuple(e.request for e in case.exchanges(AS_ASKED))
