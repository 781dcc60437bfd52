"""What is sent for a case: what browsers would send, once for all three, and nothing unsafe unasked."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from dataclasses import replace

import pytest

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Call, Case, Connection
from cors_tui.lab.scenario import Asked, Handler, Reply
from cors_tui.lab.server import LabServer
from cors_tui.session.asking import (
    SEND,
    Progress,
    ask_browsers,
    dressing,
    pending_requests,
    waiting_for_consent,
)
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role

APP = "http://localhost:3000"
ALLOW = ("Access-Control-Allow-Origin", APP)


def replies(*, preflight: Reply, actual: Reply) -> Handler:
    return lambda asked: preflight if asked.is_preflight else actual


BARE = replies(preflight=Reply(405), actual=Reply(200, body="x"))
GOOD = replies(
    preflight=Reply(204, (ALLOW, ("Access-Control-Allow-Methods", "PUT"), ("Access-Control-Allow-Headers", "*"))),
    actual=Reply(200, (ALLOW,), "x"),
)


def case_for(server: LabServer, **changes: object) -> Case:
    call = Call(url=f"http://127.0.0.1:{server.ports['api']}/users", origin=APP)
    return Case(replace(call, **changes), Connection(max_time=5))  # type: ignore[arg-type]  # names are checked by replace


async def last(steps: AsyncIterator[Progress]) -> Progress:
    return [step async for step in steps][-1]


def sent(server: LabServer) -> list[str]:
    return [asked.method for asked in server.asked("api")]


HEADER = HeaderList.of([("X-A", "1")])

SENT: list[tuple[str, Handler, Mapping[str, object], bool, list[str]]] = [
    ("a simple GET is one request", GOOD, {}, False, ["GET"]),
    ("a preflighted GET is two", GOOD, {"headers": HEADER}, False, ["OPTIONS", "GET"]),
    ("behind a failed preflight the safe request is sent anyway", BARE, {"headers": HEADER}, False, ["OPTIONS", "GET"]),
    ("behind a failed preflight a PUT is not", BARE, {"method": "PUT"}, True, ["OPTIONS"]),
    ("a PUT waits for a yes", GOOD, {"method": "PUT"}, False, ["OPTIONS"]),
    ("a PUT goes once after a yes", GOOD, {"method": "PUT"}, True, ["OPTIONS", "PUT"]),
    ("a simple POST waits for a yes", GOOD, {"method": "POST", "body": "x"}, False, []),
]


@pytest.mark.parametrize(("what", "handler", "changes", "yes", "methods"), SENT, ids=[what for what, *_ in SENT])
async def test_what_is_sent(
    what: str, handler: Handler, changes: Mapping[str, object], yes: bool, methods: list[str]
) -> None:
    """Counted at the server."""
    async with LabServer({"api": handler}) as server:
        case = case_for(server, **changes)
        await last(ask_browsers(case.with_consent(SEND) if yes else case))
        assert sent(server) == methods


async def test_the_unsafe_request_that_waits_is_shown() -> None:
    """So that a person can say yes to exactly that."""
    async with LabServer({"api": GOOD}) as server:
        step = await last(ask_browsers(case_for(server, method="PUT")))
        assert step.waiting_for_consent is not None
        assert step.waiting_for_consent.method == "PUT"
        assert waiting_for_consent(step.case.with_consent(SEND)) is None


async def test_what_was_sent_anyway_is_not_among_the_browsers_own() -> None:
    """It is kept apart, as what comes next."""
    async with LabServer({"api": BARE}) as server:
        step = await last(ask_browsers(case_for(server, headers=HEADER)))
        assert [e.request.role for e in step.case.exchanges(AS_ASKED)] == [Role.PREFLIGHT]
        assert [e.request.role for e in step.case.exchanges(ACTUAL_ANYWAY)] == [Role.ACTUAL]


async def test_a_preflight_is_what_a_browser_sends() -> None:
    """No cookies, no Authorization, the names lower-case and sorted."""
    async with LabServer({"api": BARE}) as server:
        headers = HeaderList.of([("X-B", "1"), ("Authorization", "Bearer t"), ("X-A", "1")])
        await last(ask_browsers(case_for(server, headers=headers, cookie="a=1")))
        asked: Asked = server.asked("api")[0]
        assert asked.headers.get("access-control-request-headers") == "authorization,x-a,x-b"
        assert asked.headers.get("accept") == "*/*"
        assert "authorization" not in asked.headers
        assert "cookie" not in asked.headers


async def test_another_user_agent_replaces_only_that() -> None:
    """The person's own wins over the dressing."""
    async with LabServer({"api": GOOD}) as server:
        case = case_for(server)
        case = replace(case, connection=replace(case.connection, user_agent="mine/1"))
        [wire] = pending_requests(case)
        assert dressing(case, wire).get_all("user-agent") == ("mine/1",)


def test_the_line_of_progress_counts_from_one() -> None:
    """Which of how many, and what."""
    assert Progress(Case(), "asking this", 6, 12).line == "7 of 12: asking this"
    assert Progress(Case(), "the first", 0, 0).line == "the first"
    assert Progress(Case(), "", 12, 12).line == ""
