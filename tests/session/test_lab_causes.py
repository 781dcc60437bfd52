"""The whole way over every scenario of the lab: asked by the probe, judged for each browser, its cause found first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Case
from cors_tui.lab.scenario import Scenario, known_scenarios
from cors_tui.policy import least_policy
from cors_tui.session.asking import SEND, ask_browsers
from cors_tui.session.experimenting import ask_everything
from cors_tui.session.fixing import suggested_policy
from cors_tui.session.judging import Word, judge
from cors_tui.session.labs import RunningLab

SCENARIOS = known_scenarios()
every_scenario = pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)


async def no_rest(_seconds: float) -> None:
    """Our own server needs none."""


async def asked_everything(case: Case) -> Case:
    async for step in ask_everything(case.with_consent(SEND), no_rest):
        case = step.case
    return case


@every_scenario
async def test_its_cause_is_found_first_and_the_first_sentence_says_whether_it_is_cors(scenario: Scenario) -> None:
    async with RunningLab(scenario) as lab:
        case = await asked_everything(lab.case)
    diagnosis = judge(case).diagnosis
    assert [finding.cause for finding in diagnosis.findings][:1] == [scenario.cause]
    is_cors = diagnosis.findings[0].group.is_cors
    assert diagnosis.headline.startswith(("Not CORS: ", "Perhaps not CORS: ")) is not is_cors


@every_scenario
async def test_after_the_fix_every_browser_allows_it(scenario: Scenario) -> None:
    async with RunningLab(scenario) as lab:
        await lab.apply(least_policy(lab.repaired_call.request()))
        case = lab.case.with_consent(SEND)
        async for step in ask_browsers(case):
            case = step.case
    words = {verdict.browser: verdict.word for verdict in judge(case).verdicts.values()}
    assert words == dict.fromkeys(("chromium", "firefox", "webkit"), Word.ALLOWED)


@every_scenario
async def test_the_policy_that_is_suggested_repairs_it_and_the_cause_is_gone(scenario: Scenario) -> None:
    async with RunningLab(scenario) as lab:
        case = lab.case.with_consent(SEND)
        async for step in ask_browsers(case):
            case = step.case
        again = case.asking_again().with_call(lab.repaired_call)
        await lab.apply(suggested_policy(case if again.call == case.call else again))
        again = await asked_everything(replace(again, pasted=()))
    judgement = judge(again)
    assert {verdict.word for verdict in judgement.verdicts.values()} == {Word.ALLOWED}
    assert scenario.cause not in [finding.cause for finding in judgement.diagnosis.findings]
