"""A policy's faults: every one at once, and near misses that are none."""

from __future__ import annotations

import pytest

from cors_tui.fixes.policy_faults import PolicyRefusedError, grave_faults, policy_faults, refuse, sound
from cors_tui.policy import CorsPolicy

APP = "https://app.example.com"


def codes(policy: CorsPolicy) -> list[str]:
    return [fault.code for fault in grave_faults(policy)]


@pytest.mark.parametrize(
    "policy",
    [
        pytest.param(CorsPolicy(origins=(APP,)), id="one origin"),
        pytest.param(CorsPolicy(origins=("*",), methods=("*",), headers=("*",), expose=("*",)), id="public data"),
        pytest.param(CorsPolicy(origins=("http://localhost:3000",), credentials=True), id="http on loopback"),
        pytest.param(CorsPolicy(from_env="CORS_ORIGINS", credentials=True), id="origins of the environment"),
        pytest.param(CorsPolicy(patterns=("https://*.example.com",), credentials=True), id="sub-domains"),
        pytest.param(CorsPolicy(origins=(APP,), headers=("Origin", "Accept")), id="names that need no listing"),
    ],
)
def test_nothing_grave(policy: CorsPolicy) -> None:
    assert codes(policy) == []


@pytest.mark.parametrize(
    ("policy", "found"),
    [
        pytest.param(CorsPolicy(), ["nobody"], id="nobody may call"),
        pytest.param(
            CorsPolicy(origins=("*",), credentials=True), ["wildcard-with-credentials"], id="everybody, as the person"
        ),
        pytest.param(CorsPolicy(origins=("*", APP)), ["wildcard-among-others"], id="everybody and one"),
        pytest.param(
            CorsPolicy(origins=("*",), from_env="ORIGINS"),
            ["wildcard-from-environment"],
            id="a star in it",
        ),
        pytest.param(
            CorsPolicy(origins=(APP,), from_env="CORS ORIGINS"), ["environment-name"], id="a name with a space"
        ),
        pytest.param(
            CorsPolicy(from_env="constructor"), ["environment-name"], id="a name that is never unset in JavaScript"
        ),
        pytest.param(CorsPolicy(from_env="__proto__"), ["environment-name"], id="nor is this"),
        pytest.param(CorsPolicy(from_env="_Constructor"), [], id="a name that is one's own"),
        pytest.param(
            CorsPolicy(origins=(APP,), from_env="X\nrm"), ["environment-name"], id="a name that leaves its comment"
        ),
    ],
)
def test_who_may_call(policy: CorsPolicy, found: list[str]) -> None:
    assert codes(policy) == found


def test_every_fault_is_told_at_once() -> None:
    policy = CorsPolicy(
        origins=("*", "null", f"{APP}/", "http://app.example.com"),
        patterns=("https://*.github.io",),
        methods=("get", "TRACE"),
        headers=("ETag:", "Vary"),
        expose=("*",),
        credentials=True,
        max_age=99999999,
    )
    assert codes(policy) == [
        "wildcard-with-credentials",
        "null",
        "trailing-slash",
        "insecure-with-credentials",
        "public-suffix",
        "method-case",
        "forbidden-method",
        "not-a-token",
        "response-header",
        "literal-wildcard",
        "max-age",
    ]


def test_what_is_worth_knowing_keeps_no_policy_from_becoming_code() -> None:
    policy = CorsPolicy(origins=(APP,), max_age=7200)
    assert [fault.code for fault in policy_faults(policy)] == ["max-age-capped"]
    refuse(policy_faults(policy))


def test_a_refusal_says_every_fault() -> None:
    faults = policy_faults(CorsPolicy(origins=("null", f"{APP}/"), max_age=7200))
    with pytest.raises(PolicyRefusedError, match=r"null.*slash") as refused:
        refuse(faults)
    assert [fault.code for fault in refused.value.faults] == ["null", "trailing-slash"]


def test_what_a_server_says_wrongly_is_left_out_and_what_is_needed_stays() -> None:
    """The page's own origin stays, so that its fault is told; the server's mistakes go."""
    least = CorsPolicy(origins=("http://page.test",), methods=("PUT",), credentials=True)
    said = CorsPolicy(
        origins=("http://page.test", "https://other.test", "https://other.test/"),
        methods=("PUT", "delete", "PATCH"),
        headers=("Vary", "X-API-Key", "*"),
        credentials=True,
    )
    left = sound(said, kept=least)
    assert left.origins == ("http://page.test", "https://other.test")
    assert left.methods == ("PUT", "PATCH")
    assert left.headers == ("X-API-Key",)
    assert [fault.code for fault in grave_faults(left)] == ["insecure-with-credentials"]
