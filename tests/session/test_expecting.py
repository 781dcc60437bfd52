"""A policy held against a server: what it must let in, what it must not, and what it allows beyond."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from cors_tui.case import Call, Case, Connection
from cors_tui.experiment import STRANGER
from cors_tui.lab.behaviours import by_policy, json_reply
from cors_tui.lab.scenario import Asked, Handler, Reply, ask
from cors_tui.lab.server import LabServer
from cors_tui.policy import CorsPolicy
from cors_tui.session.exceeding import PROBED_HEADERS
from cors_tui.session.expectation import Expectation
from cors_tui.session.expecting import ask_expected, first_origin

APP = "https://app.example.com"
SECOND = "http://localhost:3000"
POLICY = CorsPolicy(
    origins=(APP, SECOND),
    methods=("PUT", "LOCK"),
    headers=("X-Key",),
    expose=("X-Total",),
    credentials=True,
    max_age=600,
)
GOOD = by_policy(POLICY)(lambda _: json_reply("{}"))

Change = Callable[[Asked, dict[str, str]], None]


def but(change: Change, policy: CorsPolicy = POLICY) -> Handler:
    """A server that does as `policy` says, with `change` made to the headers of each answer (lower-case names)."""
    good = by_policy(policy)(lambda _: json_reply("{}"))

    async def handler(asked: Asked) -> Reply:
        reply = await ask(good, asked)
        headers = {name.lower(): value for name, value in reply.headers}
        change(asked, headers)
        return replace(reply, headers=tuple(headers.items()))

    return handler


def sets(name: str, value: str, where: Callable[[Asked], bool] = lambda _: True) -> Change:
    """Another value for a header, "" takes it away; in the answers `where` says so, if they let anybody in."""

    def change(asked: Asked, headers: dict[str, str]) -> None:
        if where(asked) and (name == "vary" or "access-control-allow-origin" in headers):
            headers[name] = value
            if not value:
                del headers[name]

    return change


def to_app(asked: Asked) -> bool:
    return asked.origin == APP and not asked.is_preflight


def reflects(test: Callable[[str], bool]) -> Change:
    """Lets in every origin that `test` holds for, with credentials."""

    def change(asked: Asked, headers: dict[str, str]) -> None:
        if asked.origin and test(asked.origin):
            headers |= {"access-control-allow-origin": asked.origin, "access-control-allow-credentials": "true"}

    return change


def mirrors(asked: Asked, headers: dict[str, str]) -> None:
    """A preflight is allowed whatever it asks for."""
    if asked.is_preflight and "access-control-allow-origin" in headers:
        for kind, asks in (("methods", "method"), ("headers", "headers")):
            headers[f"access-control-allow-{kind}"] = asked.headers.get(f"access-control-request-{asks}") or "PUT"


async def asked(
    handler: Handler | None, policy: CorsPolicy = POLICY
) -> tuple[tuple[Expectation, ...], tuple[Asked, ...]]:
    """What was found, and the requests that reached the server."""
    async with LabServer({"api": handler}) as lab:
        call = Call(url=f"http://127.0.0.1:{lab.ports['api']}/users?a=1", origin=first_origin(policy), method="DELETE")
        found = await ask_expected(Case(call, Connection(max_time=5)), policy)
        return found, lab.asked("api")


def wrong(found: tuple[Expectation, ...]) -> list[tuple[str, str]]:
    return [(each.asked, each.got) for each in found if not each.ok]


async def test_a_server_that_does_as_the_policy_says() -> None:
    """Every origin and every part of the policy is asked about, with safe requests alone; what is not the person's own
    request carries a query value of its own, so that no cache keeps it under their URL."""
    found, requests = await asked(GOOD)
    assert wrong(found) == []
    assert {each.asked for each in found} >= {
        f"GET from {APP}",
        f"GET from {SECOND}",
        f"GET from {STRANGER}",
        "GET from null",
        "GET from http://app.example.com",
        f"preflight for PUT from {STRANGER}",
        f"preflight for PUT from {APP} with X-Key",
        f"preflight for LOCK from {APP} with X-Key",
        f"preflight for DELETE from {APP}",
        f"preflight for GET from {APP} with Authorization",
        f"GET from {APP}, {STRANGER}, no origin",
    }
    assert {each.method for each in requests} == {"GET", "OPTIONS"}
    targets = [each.target for each in requests if each.method == "GET"]
    assert targets[0] == "/users?a=1"
    assert len(set(targets)) == len(targets)


async def test_everybody_may_be_the_policy() -> None:
    """Then nobody is kept out, and nothing depends on the origin."""
    everybody = CorsPolicy(origins=("*",), headers=("*",), methods=("*",), expose=("*",))
    found, _ = await asked(by_policy(everybody)(lambda _: json_reply("{}")), everybody)
    assert wrong(found) == []
    assert not [each for each in found if "not allowed" in each.expected or "Vary" in each.expected]


def _let_in(*origins: str) -> list[tuple[str, str]]:
    return [(f"GET from {origin}", "allowed, with credentials") for origin in origins]


OPEN = replace(POLICY, credentials=False)
WRONG: list[tuple[str, Handler, CorsPolicy, list[tuple[str, str]]]] = [
    (
        "names are compared by their end",
        but(reflects(lambda origin: origin.endswith("app.example.com"))),
        POLICY,
        _let_in("http://app.example.com", "https://strangerapp.example.com", "https://stranger.app.example.com"),
    ),
    (
        "names are compared by their beginning",
        but(reflects(lambda origin: origin.startswith(APP))),
        POLICY,
        _let_in(f"{APP}:8444", f"{APP}.stranger.invalid"),
    ),
    ("a dot was not escaped", but(reflects(lambda origin: "appxexample" in origin)), POLICY,
     _let_in("https://appxexample.com")),
    ("null is let in, as a preflight, too", but(reflects(lambda origin: origin == "null")), POLICY,
     [*_let_in("null"), ("preflight for PUT from null", "allowed, with credentials")]),
    (
        "the second origin is forgotten",
        but(lambda asked, headers: headers.clear() if asked.origin == SECOND else None),
        POLICY,
        [(f"GET from {SECOND}", "not allowed: allow-origin-missing")],
    ),
    (
        "whatever is asked for is allowed",
        but(mirrors),
        POLICY,
        [(f"preflight for {method} from {APP}", "allowed") for method in ("PATCH", "DELETE")]
        + [(f"preflight for GET from {APP} with {name}", "allowed") for name in PROBED_HEADERS],
    ),
    (
        "one method is missing",
        but(sets("access-control-allow-methods", "PUT")),
        POLICY,
        [
            (
                f"preflight for LOCK from {APP} with X-Key",
                "not allowed: method-not-allowed LOCK (access-control-allow-methods: PUT)",
            )
        ],
    ),
    (
        "a method more is listed",
        but(sets("access-control-allow-methods", "PUT, LOCK, PURGE")),
        replace(POLICY, methods=("PUT", "LOCK")),
        [(f"preflight for {method} from {APP} with X-Key", "PURGE, too") for method in ("PUT", "LOCK")],
    ),
    ("a header is not exposed", but(sets("access-control-expose-headers", "", to_app)), POLICY,
     [(f"GET from {APP}", "X-Total not exposed")]),
    ("another max-age", but(sets("access-control-max-age", "5"), replace(POLICY, methods=("PUT",))),
     replace(POLICY, methods=("PUT",)), [(f"preflight for PUT from {APP} with X-Key", "max-age 5")]),
    (
        "credentials that the policy does not give",
        but(sets("access-control-allow-credentials", "true", to_app), OPEN),
        OPEN,
        [(f"GET from {APP}", "with credentials, too")],
    ),
    ("no Vary in the stranger's answer", but(sets("vary", "", lambda asked: asked.origin == STRANGER)), POLICY,
     [(f"GET from {APP}, {STRANGER}, no origin", f"no Vary: Origin for {STRANGER}")]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "handler", "policy", "rows"), WRONG, ids=[row[0] for row in WRONG])
async def test_what_a_server_does_otherwise(
    what: str, handler: Handler, policy: CorsPolicy, rows: list[tuple[str, str]]
) -> None:
    """Exactly the faults are named, with what was got and the bytes that show it."""
    found, _ = await asked(handler, policy)
    assert wrong(found) == rows, what
    assert all(each.evidence for each in found if not each.ok)


async def test_a_star_lets_strangers_read_without_credentials() -> None:
    """Under a policy with credentials it keeps the listed page out, and still everybody else may read."""
    found, _ = await asked(but(sets("access-control-allow-origin", "*")))
    assert wrong(found)[0] == (f"GET from {APP}", "not allowed: allow-origin-wildcard (access-control-allow-origin: *)")
    handler = lambda _: Reply(200, (("Access-Control-Allow-Origin", "*"),))  # noqa: E731 -- a server in one line
    found, _ = await asked(handler)
    stranger = next(each for each in found if each.asked == f"GET from {STRANGER}")
    assert (stranger.ok, stranger.got, stranger.evidence[1]) == (False, "allowed", "Access-Control-Allow-Origin: *")


async def test_a_server_that_asks_for_a_rest_is_left_in_peace() -> None:
    """What was seen till then stays, and the end says why there is no more."""

    async def handler(asked: Asked) -> Reply:
        return await ask(GOOD, asked) if asked.origin == APP else Reply(429)

    found, requests = await asked(handler)
    assert [(each.asked, each.ok) for each in found] == [(f"GET from {APP}", True)] * 2 + [("the rest", False)]
    assert "asks for a rest" in found[-1].got
    assert len(requests) == 2


async def test_a_server_that_is_down_keeps_no_policy() -> None:
    """One question is enough to know."""
    found, _ = await asked(None)
    assert [(each.ok, each.answered, each.got) for each in found] == [(False, False, "no answer: connection refused")]


async def test_headers_without_methods_are_asked_with_get() -> None:
    """There is a preflight all the same."""
    policy = replace(POLICY, methods=())
    found, _ = await asked(but(lambda _asked, _headers: None, policy), policy)
    assert f"preflight for GET from {APP} with X-Key" in [each.asked for each in found]
    assert wrong(found) == []


FIRST = [
    ("the first listed", CorsPolicy(origins=(APP, "https://b.example")), APP),
    ("one that a pattern stands for", CorsPolicy(patterns=("https://*.example.com",)), APP),
    ("everybody, so a stranger too", CorsPolicy(origins=("*",)), STRANGER),
    ("any port of this machine", CorsPolicy(patterns=("http://localhost:*",)), SECOND),
    ("nobody", CorsPolicy(), ""),
]


@pytest.mark.parametrize(("what", "policy", "origin"), FIRST, ids=[row[0] for row in FIRST])
def test_first_origin(what: str, policy: CorsPolicy, origin: str) -> None:
    """Whom to ask as."""
    assert first_origin(policy) == origin, what
