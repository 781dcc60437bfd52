"""A scenario: one broken server on loopback, and the same server repaired. One file each in `cors_tui/lab/scenarios/`,
binding ``SCENARIO``."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from cors_tui import registry
from cors_tui.case import Call
from cors_tui.policy import CorsPolicy
from cors_tui.standards.header_list import HeaderList


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as the lab server read it: names and values as they stood on the wire."""

    method: str
    target: str
    headers: HeaderList
    body: str = ""
    port: int = 0

    @property
    def origin(self) -> str:
        return self.headers.get("origin") or ""

    @property
    def is_preflight(self) -> bool:
        return self.method == "OPTIONS" and "access-control-request-method" in self.headers


@dataclass(frozen=True, slots=True)
class Reply:
    """What the lab server puts on the wire, byte for byte (latin-1). Only Content-Length is added, unless given.

    `raw` replaces everything when not None. `close` is "no-answer" to close without a byte, "truncate" to stop in the
    middle of the body, "" for a whole answer.
    """

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: str = ""
    reason: str | None = None
    raw: str | None = None
    close: str = ""
    delay: float = 0.0


Handler = Callable[[Asked], Reply] | Callable[[Asked], Awaitable[Reply]]


async def ask(handler: Handler, asked: Asked) -> Reply:
    """What `handler` replies to `asked`, whether it has to be awaited or not."""
    reply = handler(asked)
    return await reply if inspect.isawaitable(reply) else reply


@dataclass(frozen=True, slots=True)
class Ports:
    """Where a running scenario listens on 127.0.0.1: `edge` is what the page calls; `origin_server` stands behind a
    "CDN" (0 when there is none); `other` is a second server some scenarios need (a login page); `closed` is a port
    nobody listens on.
    """

    edge: int
    origin_server: int = 0
    other: int = 0
    closed: int = 0


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario. `name` is its file's name with dashes; `title` one line for a list; `story` two sentences that
    set the scene.

    `call` is what the page calls, and `mended` what it calls once it is mended itself; None where the page is right.
    `broken` makes the handlers ``{"edge": ..., "origin_server": ..., "other": ...}`` of the broken side; `repaired`
    those of the side repaired by a policy. `cause` names the cause that must be found first; `listens` is False for a
    server that is not running (then `repaired` starts it). The servers in `over_tls` speak TLS, with a certificate
    that nobody trusts. `patience` is how long a probe waits for an answer, in seconds. `teaches` are its lessons, each
    in a phrase; `framework` is what the server plays. `answers` are what the person of the story would answer the
    guide's questions, as (question, answer); `pasted` the console lines the person has from before. `place` is where
    it stands in a list: what people meet most comes first, the rest follows by name.
    """

    name: str
    title: str
    story: str
    cause: str
    call: Callable[[Ports], Call]
    broken: Callable[[Ports], dict[str, Handler]]
    repaired: Callable[[Ports, CorsPolicy], dict[str, Handler]]
    mended: Callable[[Ports], Call] | None = None
    listens: bool = True
    over_tls: frozenset[str] = frozenset()
    patience: float = 10.0
    teaches: tuple[str, ...] = field(default=())
    framework: str = "express"
    answers: tuple[tuple[str, str], ...] = ()
    pasted: Callable[[Call], tuple[str, ...]] = lambda _call: ()
    place: int = 99


def known_scenarios() -> dict[str, Scenario]:
    """Every scenario by name: what people meet most first, the rest in the order of the names."""
    found = registry.entries("cors_tui.lab.scenarios", "SCENARIO", Scenario).values()
    return {scenario.name: scenario for scenario in sorted(found, key=lambda each: (each.place, each.name))}
