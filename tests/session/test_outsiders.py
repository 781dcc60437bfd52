"""Whom a policy keeps out: none of them is one that it lets in, and each trick is made from what it lists."""

from __future__ import annotations

import pytest

from cors_tui.experiment import STRANGER
from cors_tui.policy import CorsPolicy, allows_origin
from cors_tui.session.outsiders import examples, outsiders

APP = "https://app.example.com"
ALWAYS = {STRANGER, "null"}

KEPT_OUT: list[tuple[str, CorsPolicy, set[str]]] = [
    ("everybody is let in", CorsPolicy(origins=("*",)), set()),
    ("nobody is named", CorsPolicy(from_env="CORS_ORIGINS"), ALWAYS),
    (
        "one origin",
        CorsPolicy(origins=(APP,)),
        {
            *ALWAYS,
            "http://app.example.com",
            "https://app.example.com:8444",
            "https://app.example.com.stranger.invalid",
            "https://strangerapp.example.com",
            "https://stranger.app.example.com",
            "https://appxexample.com",
        },
    ),
    (
        "its own port stays where the name is bent",
        CorsPolicy(origins=("https://a.test:8443",)),
        {
            *ALWAYS,
            "http://a.test:8443",
            "https://a.test:8444",
            "https://a.test.stranger.invalid:8443",
            "https://strangera.test:8443",
            "https://stranger.a.test:8443",
            "https://axtest:8443",
        },
    ),
    ("no tricks with the name of this machine", CorsPolicy(origins=("http://localhost:3000",)),
     {*ALWAYS, "http://localhost:8444"}),
    ("nor with an address", CorsPolicy(origins=("http://127.0.0.1:3000",)), {*ALWAYS, "http://127.0.0.1:8444"}),
    ("nor with one in brackets", CorsPolicy(origins=("http://[::1]:3000",)), {*ALWAYS, "http://[::1]:8444"}),
    (
        "a pattern: the domain itself, and a name that only ends alike",
        CorsPolicy(patterns=("https://*.example.com",)),
        {
            *ALWAYS,
            "https://example.com",
            "https://strangerexample.com",
            "http://app.example.com",
            "https://app.example.com:8444",
            "https://app.example.com.stranger.invalid",
            "https://appxexample.com",
        },
    ),
    (
        "what the policy lists besides is no outsider",
        CorsPolicy(origins=(APP, "http://app.example.com"), patterns=("https://*.app.example.com",)),
        {
            *ALWAYS,
            "https://app.example.com:8444",
            "https://app.example.com.stranger.invalid",
            "https://strangerapp.example.com",
            "https://appxexample.com",
            "http://app.app.example.com",
            "https://app.app.example.com:8444",
            "https://app.app.example.com.stranger.invalid",
            "https://appxapp.example.com",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "policy", "origins"), KEPT_OUT, ids=[row[0] for row in KEPT_OUT])
def test_outsiders(what: str, policy: CorsPolicy, origins: set[str]) -> None:
    """Each once, and with a phrase that says what would be wrong."""
    found = outsiders(policy)
    assert {each.origin for each in found} == origins, what
    assert len(found) == len(origins)
    assert all(each.trick for each in found)
    assert not any(allows_origin(policy, each.origin) for each in found)


LET_IN = [
    ("nobody", CorsPolicy(), ()),
    ("everybody names nobody", CorsPolicy(origins=("*",)), ()),
    ("every listed one, each once", CorsPolicy(origins=(APP, "https://b.test", APP)), (APP, "https://b.test")),
    ("one for a pattern, unless it is listed", CorsPolicy(origins=(APP,), patterns=("https://*.example.com",)), (APP,)),
    ("any port of this machine", CorsPolicy(patterns=("http://localhost:*",)), ("http://localhost:3000",)),
    ("what is no pattern stands for nobody", CorsPolicy(patterns=("https://app-*.example.com",)), ()),
]


@pytest.mark.parametrize(("what", "policy", "origins"), LET_IN, ids=[row[0] for row in LET_IN])
def test_examples(what: str, policy: CorsPolicy, origins: tuple[str, ...]) -> None:
    """All of them are let in."""
    assert examples(policy) == origins, what
