"""Experiments are sent once, politely, in order, and nothing that could harm without a yes."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Case, Connection
from cors_tui.experiment import Experiment, with_fresh_query
from cors_tui.experiments import (
    A_NONE_B,
    DIRECT,
    LOCALHOST_ADDRESSES,
    MISSING_PATH,
    NULL_ORIGIN,
    STRANGER_ORIGIN,
)
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.lab.server import LabServer
from cors_tui.session.asking import ask_browsers
from cors_tui.session.experimenting import (
    ask_everything,
    ask_experiments,
    experiment_seconds,
    needed_experiments,
    not_asked,
    questions_ahead,
)
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.url import parse_url
from tests.session.cases import GET, answered, response
from tests.session.experimented import APP, BARE, GOOD, HEADER, case_for, last, sent, signed


class Slow:
    """A server that takes its time and counts how many requests it has at once."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def __call__(self, asked: Asked) -> Reply:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.01)
        self.now -= 1
        return Reply(200, body="x")


async def test_a_server_that_does_not_answer_gets_no_experiments_that_ask_it_again() -> None:
    """One attempt of the browsers' own request says it all; localhost may still answer at its other address."""
    async with LabServer({"api": None}) as server:
        step = await last(ask_everything(case_for(server)))
        assert set(step.case.seen) == {AS_ASKED}
        url = f"http://localhost:{server.ports['api']}/users"
        step = await last(ask_everything(case_for(server, url=url)))
        assert set(step.case.seen) == {AS_ASKED, LOCALHOST_ADDRESSES.name}


SECONDS = [
    ("a quick server", 0.01, 10.0, 2.5),
    ("a slow server gets four times what it took", 1.5, 10.0, 6.0),
    ("never above the person's own limit", 5.0, 10.0, 10.0),
    ("a short limit stays", 0.01, 1.0, 1.0),
]


@pytest.mark.parametrize(("what", "took", "limit", "seconds"), SECONDS, ids=[what for what, *_ in SECONDS])
def test_how_long_an_experiment_may_take(what: str, took: float, limit: float, seconds: float) -> None:
    """Measured by the person's own requests."""
    case = answered(GET, replace(response(200), elapsed=took))
    assert experiment_seconds(replace(case, connection=Connection(max_time=limit))) == seconds


async def test_an_experiment_is_sent_once() -> None:
    """A second call sends nothing for what is already known."""

    def plan(case: Case) -> tuple[WireRequest, ...]:
        url = parse_url(case.call.url)
        assert url is not None
        return (WireRequest(Role.ACTUAL, 0, "GET", with_fresh_query(url)),)

    once = Experiment("once", "something, to see that it is asked once", plan)
    async with LabServer({"api": GOOD}) as server:
        step = await last(ask_experiments(case_for(server), [once]))
        await last(ask_experiments(step.case, [once]))
        assert len(sent(server)) == 1


async def test_an_unsafe_experiment_is_never_sent() -> None:
    """Whatever a cause asks for."""

    def plan(case: Case) -> tuple[WireRequest, ...]:
        url = parse_url(case.call.url)
        assert url is not None
        return (WireRequest(Role.ACTUAL, 0, "POST", url),)

    async with LabServer({"api": GOOD}) as server:
        await last(ask_experiments(case_for(server), [Experiment("bad", "no", plan)]))
        assert sent(server) == []


async def test_everything_is_safe_and_leaves_no_strangers_answer_under_the_real_url() -> None:
    """All experiments of all causes together: only GET, HEAD, OPTIONS; a foreign Origin only with a fresh query."""
    async with LabServer({"api": BARE}) as server:
        case = case_for(server, method="PUT", headers=HEADER, body="x")
        await last(ask_everything(case))
        asked = server.asked("api")
        assert {each.method for each in asked} <= {"GET", "HEAD", "OPTIONS"}
        strangers = [each for each in asked if each.origin != APP]
        assert strangers
        assert not [each.target for each in strangers if each.target == "/users"]


def test_every_needed_experiment_is_named_once() -> None:
    """Sequences come last, so that nothing else stands between their requests."""
    names = [each.name for each in needed_experiments()]
    assert len(names) == len(set(names))
    order = [each.in_order for each in needed_experiments()]
    assert order == sorted(order)


async def test_never_more_than_two_at_a_time_and_a_rest_between() -> None:
    """Counted by the server itself, over everything that can be asked of it."""
    slow, rests = Slow(), list[float]()

    async def rest(seconds: float) -> None:
        rests.append(seconds)
        assert slow.now == 0

    async with LabServer({"api": slow}) as server:
        url = f"http://localhost:{server.ports['api']}/users"
        step = await last(ask_everything(case_for(server, url=url, headers=HEADER), rest))
    assert slow.most == 2
    assert len(rests) >= len(step.case.seen) - 2
    assert max(rests) >= 0.01


async def test_sequences_are_alone_and_in_order() -> None:
    """Nothing else comes between their requests, at the server."""
    async with LabServer({"api": GOOD}) as server:
        await last(ask_experiments(case_for(server), [A_NONE_B, STRANGER_ORIGIN, NULL_ORIGIN]))
        queries = [asked.target.partition("?")[2] for asked in server.asked("api")]
        (token,) = {query for query in queries if queries.count(query) > 1}
        first = queries.index(token)
        asked = server.asked("api")[first : first + 3]
        assert [each.origin for each in asked] == [APP, "", "https://stranger.invalid"]
        assert queries[first : first + 3] == [token] * 3


async def test_the_total_is_known_before_the_first_request_and_kept() -> None:
    """Each step says which of how many comes now, and why."""
    async with LabServer({"api": GOOD}) as server:
        steps = [step async for step in ask_experiments(case_for(server), [STRANGER_ORIGIN, A_NONE_B])]
        assert [(step.done, step.total) for step in steps] == [(0, 4), (1, 4), (4, 4)]
        assert sent(server) == ["GET"] * 4
    assert steps[0].line == f"1 of 4: asking {STRANGER_ORIGIN.asks}"


async def test_a_stop_keeps_what_was_seen() -> None:
    """Closing the iterator sends nothing more."""
    async with LabServer({"api": GOOD}) as server:
        steps = ask_experiments(case_for(server), [STRANGER_ORIGIN, NULL_ORIGIN, MISSING_PATH])
        async for step in steps:
            if step.done == 1:
                break
        await steps.aclose()  # type: ignore[attr-defined]  # it is a generator
        assert set(step.case.seen) == {STRANGER_ORIGIN.name}
        assert len(sent(server)) == 1


@pytest.mark.parametrize("asks_for_rest", [Reply(429), Reply(503, (("Retry-After", "5"),))], ids=["429", "503"])
async def test_a_server_that_asks_for_rest_is_asked_no_more(asks_for_rest: Reply) -> None:
    """Its third answer says so; what was not asked is known."""
    answers = iter([Reply(200), Reply(200)])

    async with LabServer({"api": lambda _asked: next(answers, asks_for_rest)}) as server:
        step = await last(ask_everything(case_for(server)))
        assert len(sent(server)) == 3
    assert not_asked(step.case)


async def test_the_server_behind_the_one_that_asks_for_rest_did_not_ask_for_it() -> None:
    """Else nobody could say which of the two refuses."""
    async with LabServer({"api": lambda _asked: Reply(429), "behind": lambda _asked: Reply(200)}) as server:
        case = case_for(server).with_answer("origin-server", f"127.0.0.1:{server.ports['behind']}")
        step = await last(ask_everything(case))
        assert len(sent(server)) == 1
        assert [asked.method for asked in server.asked("behind")] == ["GET"]
    assert set(step.case.seen) == {AS_ASKED, DIRECT.name}


async def test_a_plain_503_does_not_end_it() -> None:
    async with LabServer({"api": lambda _asked: Reply(503)}) as server:
        step = await last(ask_everything(case_for(server)))
    assert not not_asked(step.case)
    assert len(step.case.seen) > 5


# --- how much it would be ---------------------------------------------------------------------------------------------


async def test_how_much_would_be_asked_is_known_beforehand_and_nothing_at_the_end() -> None:
    """From the first answer on it is the very number."""
    async with LabServer({"api": GOOD}) as server:
        case = case_for(server)
        assert questions_ahead(case) > 10
        asked = (await last(ask_browsers(case))).case
        ahead = questions_ahead(asked)
        step = await last(ask_everything(case))
        assert step.total == ahead
    assert questions_ahead(step.case) == 0


async def test_nothing_is_ahead_where_questions_are_held_back_or_the_server_wants_rest() -> None:
    async with LabServer({"api": signed}) as server:
        case = case_for(server, url=f"http://127.0.0.1:{server.ports['api']}/users?sig=1")
        assert questions_ahead((await last(ask_everything(case))).case) == 0
    async with LabServer({"api": lambda _asked: Reply(429)}) as server:
        assert questions_ahead((await last(ask_browsers(case_for(server)))).case) == 0
