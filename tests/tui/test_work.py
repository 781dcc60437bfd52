"""The work: it posts messages in order, stops where it should, and never sends what was not agreed to."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.message import Message

from cors_tui.case import AS_ASKED, Case
from cors_tui.lab.scenario import known_scenarios
from cors_tui.policy import least_policy
from cors_tui.session.asking import Progress
from cors_tui.session.labs import RunningLab
from cors_tui.tui.messages import Finished, Progressed, Watching
from cors_tui.tui.work import is_green, is_settled, probe, probe_everything, watch

SCENARIOS = known_scenarios()


def last_case(posted: list[Message]) -> Case:
    return [message.progress.case for message in posted if isinstance(message, Progressed)][-1]


async def test_a_probe_posts_its_progress_and_its_end() -> None:
    """Every message carries the run's number."""
    posted: list[Message] = []
    async with RunningLab(SCENARIOS["options-405"]) as lab:
        await probe(lab.case, (AS_ASKED,), 7, posted.append)
    assert isinstance(posted[-1], Finished)
    assert {message.run for message in posted if isinstance(message, Progressed | Finished)} == {7}
    assert last_case(posted).exchanges(AS_ASKED)


async def test_a_step_sends_its_experiments_after_the_verdict() -> None:
    """The names of the table are those of the experiments."""
    posted: list[Message] = []
    async with RunningLab(SCENARIOS["cdn-strips"]) as lab:
        await probe(lab.case, (AS_ASKED, "without-origin", "direct"), 1, posted.append)
    assert {AS_ASKED, "without-origin", "direct"} <= set(last_case(posted).seen)


async def test_an_unsafe_request_waits_for_a_yes() -> None:
    """The server never hears of it; the last progress says what waits."""
    posted: list[Message] = []
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        case = lab.case.with_call(replace(lab.case.call, method="POST"))
        await probe_everything(case, 1, posted.append)
        assert not [asked for asked in lab.asked() if asked.method == "POST"]
    progress = [message.progress for message in posted if isinstance(message, Progressed)][-1]
    assert progress.waiting_for_consent is not None
    assert progress.waiting_for_consent.method == "POST"


async def test_the_watch_ends_when_it_is_green_and_keeps_what_was_before() -> None:
    """The repair comes between two rounds."""
    posted: list[Message] = []
    async with RunningLab(SCENARIOS["options-405"]) as lab:
        before: list[Message] = []
        await probe(lab.case, (AS_ASKED,), 1, before.append)
        start = last_case(before)
        await lab.apply(least_policy(lab.case.call.request()))
        await watch(start, 1, posted.append, 0.0)
    case = last_case(posted)
    assert is_green(case)
    assert case.before == start.seen
    assert isinstance(posted[-1], Finished)


async def test_the_watch_goes_on_while_it_is_red() -> None:
    """Round after round, each a little later, until somebody repairs the server."""
    posted: list[Message] = []
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        policy = least_policy(lab.case.call.request())

        def post(message: Message) -> None:
            posted.append(message)

        rounds = 0
        pauses: list[float] = []

        async def repaired_in_the_third_round(pause: float) -> None:
            nonlocal rounds
            rounds += 1
            pauses.append(pause)
            if rounds == 2:
                await lab.apply(policy)

        await watch(lab.case, 1, post, 2.0, repaired_in_the_third_round)
    assert pauses == [2.0, 3.0]
    assert len([m for m in posted if isinstance(m, Watching)]) == 5


@pytest.mark.parametrize("waiting", [False, True], ids=["nothing waits", "the unsafe request waits"])
async def test_settled_is_green_or_all_that_can_be_known(waiting: bool) -> None:
    """Behind a preflight that passes, only a yes can tell more."""
    posted: list[Message] = []
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        method = "PUT" if waiting else "GET"
        case = lab.case.with_call(replace(lab.case.call, method=method))
        await lab.apply(least_policy(case.call.request()))
        await probe(case, (), 1, posted.append)
    progress = [message.progress for message in posted if isinstance(message, Progressed)][-1]
    assert is_settled(progress)
    assert is_green(progress.case) is not waiting
    assert not is_settled(Progress(Case()))
