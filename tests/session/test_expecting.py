"""A policy held against a server: what it must let in, and what it must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call, Case, Connection
from cors_tui.lab.scenario import Asked, Handler, Reply
from cors_tui.lab.server import LabServer
from cors_tui.policy import CorsPolicy
from cors_tui.session.expecting import STRANGER, Expectation, ask_expected, first_origin

APP = "https://app.example.com"
POLICY = CorsPolicy(
    origins=(APP,), methods=("PUT", "DELETE"), headers=("X-Key",), expose=("X-Total",), credentials=True, max_age=600
)
ORIGIN = ("Access-Control-Allow-Origin", APP)
CREDENTIALS = ("Access-Control-Allow-Credentials", "true")
EXPOSE = ("Access-Control-Expose-Headers", "x-total")
METHODS = ("Access-Control-Allow-Methods", "PUT, DELETE")
HEADERS = ("Access-Control-Allow-Headers", "x-key")
AGE = ("Access-Control-Max-Age", "600")
GOOD = ((ORIGIN, CREDENTIALS, EXPOSE), (ORIGIN, CREDENTIALS, METHODS, HEADERS, AGE))


def server(
    actual: tuple[tuple[str, str], ...], preflight: tuple[tuple[str, str], ...], *, to_all: bool = False
) -> Handler:
    """Answers with these headers, written by hand, to the listed page; `to_all` reflects any origin."""

    def handler(asked: Asked) -> Reply:
        if asked.origin != APP and not to_all:
            return Reply(200)
        pairs = preflight if asked.is_preflight else actual
        reflected = tuple((name, asked.origin if value == APP else value) for name, value in pairs)
        return Reply(204 if asked.is_preflight else 200, reflected)

    return handler


async def asked(handler: Handler | None, policy: CorsPolicy = POLICY) -> tuple[tuple[Expectation, ...], set[str]]:
    """What was found, and the methods that reached the server."""
    async with LabServer({"api": handler}) as lab:
        call = Call(url=f"http://127.0.0.1:{lab.ports['api']}/users", origin=first_origin(policy), method="DELETE")
        found = await ask_expected(Case(call, Connection(max_time=5)), policy)
        return found, {each.method for each in lab.asked("api")}


async def test_a_server_that_does_as_the_policy_says() -> None:
    """Every part of the policy is asked about, with safe requests alone."""
    found, methods = await asked(server(*GOOD))
    assert [each for each in found if not each.ok] == []
    assert [each.asked for each in found if each.expected in ("allowed", "not allowed")] == [
        f"GET from {APP}",
        f"GET from {STRANGER}",
        f"preflight for PUT from {APP} with X-Key",
        f"preflight for DELETE from {APP} with X-Key",
    ]
    assert methods == {"GET", "OPTIONS"}


def without(pairs: tuple[tuple[str, str], ...], gone: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in pairs if pair != gone)


PUT_ONLY = (ORIGIN, CREDENTIALS, ("Access-Control-Allow-Methods", "PUT"), HEADERS, AGE)
OPEN = replace(POLICY, credentials=False)

WRONG: list[tuple[str, Handler, CorsPolicy, list[tuple[str, str]]]] = [
    ("a stranger is let in", server(*GOOD, to_all=True), POLICY, [(f"GET from {STRANGER}", "allowed")]),
    (
        "one method is missing",
        server(GOOD[0], PUT_ONLY),
        POLICY,
        [
            (
                f"preflight for DELETE from {APP} with X-Key",
                "not allowed: method-not-allowed DELETE (access-control-allow-methods: PUT)",
            )
        ],
    ),
    (
        "a header is not exposed",
        server(without(GOOD[0], EXPOSE), GOOD[1]),
        POLICY,
        [(f"GET from {APP}", "X-Total not exposed")],
    ),
    (
        "another max-age",
        server(GOOD[0], (*without(GOOD[1], AGE), ("Access-Control-Max-Age", "5"))),
        replace(POLICY, methods=("PUT",)),
        [(f"preflight for PUT from {APP} with X-Key", "max-age 5")],
    ),
    (
        "credentials that the policy does not give",
        server(GOOD[0], without(GOOD[1], CREDENTIALS)),
        OPEN,
        [(f"GET from {APP}", "with credentials, too")],
    ),
    (
        "the listed page is refused",
        server((("Access-Control-Allow-Origin", "*"),), GOOD[1]),
        replace(POLICY, expose=()),
        [(f"GET from {APP}", "not allowed: allow-origin-wildcard (access-control-allow-origin: *)")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("what", "handler", "policy", "wrong"), WRONG, ids=[row[0] for row in WRONG])
async def test_what_a_server_does_otherwise(
    what: str, handler: Handler, policy: CorsPolicy, wrong: list[tuple[str, str]]
) -> None:
    """Exactly the one fault is named, with what was got."""
    found, _ = await asked(handler, policy)
    assert [(each.asked, each.got) for each in found if not each.ok] == wrong, what


async def test_a_server_that_is_down_keeps_no_policy() -> None:
    """Not even the part that a stranger is not let in."""
    found, _ = await asked(None)
    assert not any(each.ok or each.answered for each in found)
    assert {each.got for each in found} == {"no answer: connection refused"}


async def test_headers_without_methods_are_asked_with_get() -> None:
    """Only its preflight goes out beside the two GETs."""
    found, _ = await asked(server(*GOOD), replace(POLICY, methods=()))
    assert f"preflight for GET from {APP} with X-Key" in [each.asked for each in found]
    assert all(each.ok for each in found)


FIRST = [
    ("the first listed", CorsPolicy(origins=(APP, "https://b.example")), APP),
    ("one that a pattern stands for", CorsPolicy(patterns=("https://*.example.com",)), APP),
    ("everybody, so a stranger too", CorsPolicy(origins=("*",)), STRANGER),
    ("nobody", CorsPolicy(), ""),
]


@pytest.mark.parametrize(("what", "policy", "origin"), FIRST, ids=[row[0] for row in FIRST])
def test_first_origin(what: str, policy: CorsPolicy, origin: str) -> None:
    """Whom to ask as."""
    assert first_origin(policy) == origin, what
