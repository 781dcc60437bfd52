"""A scenario beside a session: served broken, repaired by a policy, broken again, gone."""

from __future__ import annotations

import pytest

from cors_tui.lab.scenario import Ports, known_scenarios
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of

PAGE = "http://localhost:3000"
SCENARIOS = known_scenarios()


async def test_the_fix_is_applied_and_taken_back_at_the_same_url() -> None:
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        url = lab.case.call.url
        assert (lab.is_repaired, lines_of(await ask_actual(lab))) == (False, [])
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        assert (lab.is_repaired, lines_of(await ask_actual(lab))) == (True, [f"Access-Control-Allow-Origin: {PAGE}"])
        await lab.break_again()
        assert (lab.is_repaired, lines_of(await ask_actual(lab))) == (False, [])
        assert lab.case.call.url == url


async def test_a_policy_for_somebody_else_repairs_nothing() -> None:
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        await lab.apply(CorsPolicy(origins=("https://app.example.com",)))
        assert f"Access-Control-Allow-Origin: {PAGE}" not in lines_of(await ask_actual(lab))
        assert (await ask_actual(lab)).status == 200


@pytest.mark.parametrize(
    ("name", "used"),
    [
        ("no-header", {"edge", "closed"}),
        ("not-running", {"edge", "closed"}),
        ("cdn-strips", {"edge", "origin_server", "closed"}),
        ("redirect-login", {"edge", "other", "closed"}),
    ],
)
async def test_a_port_is_named_only_when_the_scenario_has_it(name: str, used: set[str]) -> None:
    async with RunningLab(SCENARIOS[name]) as lab:
        named = {field for field in Ports.__dataclass_fields__ if getattr(lab.ports, field)}
    assert named == used


async def test_the_case_is_the_scenarios_call_and_knows_the_server_behind_an_edge() -> None:
    async with RunningLab(SCENARIOS["cdn-strips"]) as lab:
        assert lab.case.call.url == f"http://localhost:{lab.ports.edge}/api/articles"
        assert dict(lab.case.answers) == {"origin-server": f"127.0.0.1:{lab.ports.origin_server}"}
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        assert dict(lab.case.answers) == {}


async def test_the_case_holds_what_the_person_of_the_story_would_answer_and_paste() -> None:
    async with RunningLab(SCENARIOS["expose-headers"]) as lab:
        assert dict(lab.case.answers) == {"reads-header": "X-Total-Count"}
    async with RunningLab(SCENARIOS["stale-max-age"]) as lab:
        [line] = lab.case.pasted
        assert line.startswith(f"Access to fetch at '{lab.case.call.url}' from origin '{PAGE}' has been blocked")


async def test_what_was_asked_is_remembered_per_server() -> None:
    async with RunningLab(SCENARIOS["cdn-strips"]) as lab:
        await ask_actual(lab)
        assert [asked.target for asked in lab.asked()] == ["/api/articles"]
        assert [asked.headers.get("origin") for asked in lab.asked("origin_server")] == [PAGE]


async def test_leaving_closes_every_port() -> None:
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        await ask_actual(lab)
    with pytest.raises(ConnectionRefusedError):
        await ask_actual(lab)


async def test_two_labs_run_beside_each_other() -> None:
    async with RunningLab(SCENARIOS["no-header"]) as one, RunningLab(SCENARIOS["no-header"]) as other:
        await one.apply(CorsPolicy(origins=(PAGE,)))
        assert lines_of(await ask_actual(one)) != lines_of(await ask_actual(other)) == []


async def test_the_case_is_that_of_the_side_that_is_served() -> None:
    async with RunningLab(SCENARIOS["tls-not-trusted"]) as lab:
        broken = lab.case.call
        assert broken.url == f"https://localhost:{lab.ports.edge}/api/invoices"
        assert lab.repaired_call.url == f"http://localhost:{lab.ports.other}/api/invoices"
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        assert lab.case.call == lab.repaired_call != broken
        await lab.break_again()
        assert lab.case.call == broken


async def test_where_the_page_is_right_its_call_stays() -> None:
    async with RunningLab(SCENARIOS["no-header"]) as lab:
        assert lab.repaired_call == lab.case.call


async def test_a_probe_waits_no_longer_than_the_scenario_says() -> None:
    async with RunningLab(SCENARIOS["never-answers"]) as lab:
        assert lab.case.connection.max_time == SCENARIOS["never-answers"].patience
