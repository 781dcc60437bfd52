"""What waits for a yes of its own: questions under the real URL, and a larger body."""

from __future__ import annotations

from cors_tui.case import AS_ASKED
from cors_tui.experiments import (
    ALL,
    EXTRA_QUERY,
    MISSING_PATH,
    OVERSIZED_BODY,
    OWN_AGAIN,
    STRANGER_ORIGIN,
    WITHOUT_ORIGIN,
    query_changes_answer,
)
from cors_tui.experiments.body import BODY_SIZE, SEND_OVERSIZED
from cors_tui.experiments.making import OWN_URL
from cors_tui.lab.scenario import Reply
from cors_tui.lab.server import LabServer
from cors_tui.session.asking import ask_browsers
from cors_tui.session.experimenting import (
    ask_everything,
    ask_experiments,
    held_back,
    needed_experiments,
    planned,
    worthwhile_experiments,
)
from tests.session.experimented import GOOD, case_for, last, sent, signed

# --- the extra query value --------------------------------------------------------------------------------------------


async def test_where_the_query_changes_the_answer_nothing_that_compares_is_asked() -> None:
    """Own, with a query, own again; then only what compares nothing."""
    async with LabServer({"api": signed}) as server:
        case = case_for(server, url=f"http://127.0.0.1:{server.ports['api']}/users?sig=1")
        step = await last(ask_everything(case))
        assert [asked.target.startswith("/users?sig=1&") for asked in server.asked("api")[:3]] == [False, True, False]
    assert set(step.case.seen) == {AS_ASKED, EXTRA_QUERY.name, OWN_AGAIN.name, MISSING_PATH.name}
    assert query_changes_answer(step.case)
    assert WITHOUT_ORIGIN in [plan.experiment for plan in held_back(step.case)]
    again = await last(ask_experiments(step.case, worthwhile_experiments(step.case)))
    assert again.case.seen == step.case.seen


async def test_after_a_yes_they_are_asked_under_the_real_url() -> None:
    async with LabServer({"api": signed}) as server:
        case = case_for(server, url=f"http://127.0.0.1:{server.ports['api']}/users?sig=1").with_consent(OWN_URL)
        step = await last(ask_everything(case))
        carrying = [asked for asked in server.asked("api") if "cors-tui" in asked.target]
        assert all(asked.target.startswith("/cors-tui-no-such-path") for asked in carrying)
    assert held_back(step.case) == ()
    assert STRANGER_ORIGIN.name in step.case.seen


async def test_where_it_changes_nothing_all_is_asked_and_nothing_held_back() -> None:
    async with LabServer({"api": GOOD}) as server:
        step = await last(ask_everything(case_for(server)))
    assert OWN_AGAIN.name not in step.case.seen
    assert held_back(step.case) == ()
    assert planned(step.case, needed_experiments()) == ()


async def test_a_server_that_fails_by_chance_is_asked_on() -> None:
    """The answer with the query differs, and so does the very same asked again."""
    answers = iter([Reply(200), Reply(500), Reply(500)])

    async with LabServer({"api": lambda _asked: next(answers, Reply(200))}) as server:
        step = await last(ask_everything(case_for(server)))
    assert OWN_AGAIN.name in step.case.seen
    assert STRANGER_ORIGIN.name in step.case.seen


# --- the larger body --------------------------------------------------------------------------------------------------


async def test_a_larger_body_is_sent_only_after_its_own_yes_and_once() -> None:
    """The yes to the request itself is another one."""
    async with LabServer({"api": GOOD}) as server:
        case = case_for(server, method="POST", body="x").with_answer(BODY_SIZE, "1200")
        await last(ask_experiments(case.with_consent("send"), [OVERSIZED_BODY]))
        assert sent(server) == []
        step = await last(ask_experiments(case.with_consent(SEND_OVERSIZED), [OVERSIZED_BODY]))
        await last(ask_experiments(step.case, [OVERSIZED_BODY]))
        posts = [asked for asked in server.asked("api") if asked.method == "POST"]
        assert [len(asked.body) for asked in posts] == [1200]


def test_the_larger_body_is_among_what_is_needed() -> None:
    assert {OVERSIZED_BODY} == set(needed_experiments()) & {each for each in ALL if each.consent}


async def test_everything_never_sends_it_unasked() -> None:
    async with LabServer({"api": GOOD}) as server:
        step = await last(ask_browsers(case_for(server, method="POST", body="x")))
        assert OVERSIZED_BODY not in [plan.experiment for plan in planned(step.case, needed_experiments())]
