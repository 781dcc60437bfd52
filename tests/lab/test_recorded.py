"""Each scenario, really served, is judged as real browsers judged it: the verdicts were recorded, not assumed.

The recording is made by ``python -m tests.live.lab.record``.
"""

from __future__ import annotations

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.lab.scenario import Ports, Scenario, known_scenarios
from cors_tui.policy import least_policy
from cors_tui.session.labs import RunningLab
from cors_tui.standards.fetching import fetch
from cors_tui.standards.request import Initiator, Request, WireRequest
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure
from cors_tui.standards.verdict import Outcome
from tests.lab.recordings import portless, recorded
from tests.lab.talking import run, send
from tests.rows import each_row

SCENARIOS = known_scenarios()
BROWSERS = known_browsers()
SIDES = ("broken", "repaired")
EVERY_ROW = [
    pytest.param(scenario, side, id=f"{name}-{side}") for name, scenario in SCENARIOS.items() for side in SIDES
]
NOT_TOLD = ("Cookie “", "Cross-Origin Request Warning: ", "Module source URI is not allowed in this document: ")
"""How Firefox's lines begin that are not compared: warnings about cookies, and what did not come through the protocol
by which this was recorded."""


async def judged(scenario: Scenario, side: str) -> tuple[dict[str, Outcome], Request, Ports]:
    """How the fetch ends with each engine's departures over the served scenario, what was asked, and the ports.

    What two engines ask alike is asked once: each was recorded with servers that nobody had asked before.
    """
    known: dict[object, Answer] = {}
    async with RunningLab(scenario) as lab:
        if side == "repaired":
            await lab.apply(least_policy(lab.repaired_call.request()))
        request = lab.case.call.request()

        async def ask(wire: WireRequest) -> Answer:
            if wire.key not in known:
                known[wire.key] = await send(wire, scenario.patience)
            return known[wire.key]

        ended = {name: await run(fetch(request, browser.departures), ask) for name, browser in BROWSERS.items()}
    return ended, request, lab.ports


def word(outcome: Outcome) -> str:
    """The verdict as it was recorded: what asks the person waits, and so does what has no answer yet."""
    answer = outcome.failure.answer if outcome.failure else None
    if outcome.asks or (isinstance(answer, NetworkError) and answer.failure is NetworkFailure.NO_ANSWER_YET):
        return "waits"
    return "allowed" if outcome.resolved else "blocked"


def test_every_scenario_was_recorded_in_both_sides_and_no_other() -> None:
    table = recorded()["scenarios"]
    assert set(recorded()["browsers"]) == set(BROWSERS)
    assert set(table) == set(SCENARIOS)
    for row in table.values():
        assert set(row) == set(SIDES)
        assert all(set(told) == set(recorded()["browsers"]) for told in row.values())


@each_row(("scenario", "side"), EVERY_ROW)
async def test_verdict_and_console_are_those_of_real_browsers(scenario: Scenario, side: str) -> None:
    outcomes, request, ports = await judged(scenario, side)
    for name, told in recorded()["scenarios"][scenario.name][side].items():
        outcome = outcomes[name]
        assert (word(outcome), name) == (told["verdict"], name)
        if outcome.resolved:
            assert outcome.response is not None
            assert told["status"] == (outcome.response.status if request.initiator is Initiator.FETCH else None)
        lines = [portless(line.text, ports) for line in BROWSERS[name].write(outcome, request)]
        assert refusals(lines) == refusals(told["console"])


def refusals(lines: list[str]) -> list[str]:
    return [line for line in lines if not line.startswith(NOT_TOLD)]


@each_row("name", SCENARIOS)
def test_after_the_fix_every_recorded_browser_allows_it(name: str) -> None:
    told = recorded()["scenarios"][name]["repaired"]
    assert {browser: answer["verdict"] for browser, answer in told.items()} == dict.fromkeys(told, "allowed")


def test_a_port_is_replaced_by_its_name_and_longer_numbers_are_not() -> None:
    ports = Ports(edge=80, other=8001)
    assert portless("http://a:80/80 :8001/ :801 :0", ports) == "http://a:EDGE/80 :OTHER/ :801 :0"
