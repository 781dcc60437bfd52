"""Servers that experiments are tried on, and what came of it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

from cors_tui.case import Call, Case, Connection
from cors_tui.lab.scenario import Asked, Handler, Reply
from cors_tui.lab.server import LabServer
from cors_tui.session.asking import Progress
from cors_tui.standards.header_list import HeaderList

APP = "http://localhost:3000"
ALLOW = ("Access-Control-Allow-Origin", APP)
HEADER = HeaderList.of([("X-A", "1")])


def replies(*, preflight: Reply, actual: Reply) -> Handler:
    return lambda asked: preflight if asked.is_preflight else actual


BARE = replies(preflight=Reply(405), actual=Reply(200, body="x"))
GOOD = replies(
    preflight=Reply(204, (ALLOW, ("Access-Control-Allow-Methods", "PUT"), ("Access-Control-Allow-Headers", "*"))),
    actual=Reply(200, (ALLOW,), "x"),
)


def signed(asked: Asked) -> Reply:
    """A signed URL: any other query is refused."""
    return Reply(200, body="x") if asked.target == "/users?sig=1" else Reply(403)


def case_for(server: LabServer, **changes: object) -> Case:
    call = Call(url=f"http://127.0.0.1:{server.ports['api']}/users", origin=APP)
    return Case(replace(call, **changes), Connection(max_time=5))  # type: ignore[arg-type]  # names are checked by replace


async def last(steps: AsyncIterator[Progress]) -> Progress:
    return [step async for step in steps][-1]


def sent(server: LabServer) -> list[str]:
    return [asked.method for asked in server.asked("api")]
