"""What holds for every scenario: its words, its cause, that it stays on this machine, and what repairs it."""

from __future__ import annotations

import asyncio
import re
from dataclasses import fields
from pathlib import Path

import pytest

import cors_tui.lab.scenarios as folder
from cors_tui.diagnosis.cause import known_causes
from cors_tui.lab.behaviours import wire_of
from cors_tui.lab.frameworks import FRAMEWORKS
from cors_tui.lab.scenario import Asked, Ports, Reply, Scenario, ask, known_scenarios
from cors_tui.policy import CorsPolicy, least_policy, respond
from cors_tui.session.labs import RunningLab
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import serialize_origin
from tests.lab.talking import ask_preflight, asked
from tests.rows import each_row

SCENARIOS = known_scenarios()
every_scenario = each_row("scenario", SCENARIOS.values(), ids=SCENARIOS)
PORTS = Ports(edge=8001, origin_server=8002, other=8003, closed=8004)

MET_MOST = [
    "no-header",
    "options-405",
    "header-not-allowed",
    "wildcard-credentials",
    "no-allow-credentials",
    "method-not-allowed",
    "trailing-slash",
    "wrong-scheme",
    "wrong-port",
    "auth-401",
    "error-500",
    "error-413",
    "doubled",
    "cdn-strips",
    "cdn-caches",
    "redirect-slash",
    "redirect-https",
    "redirect-login",
    "not-running",
]


def test_what_people_meet_most_comes_first_and_the_rest_by_name() -> None:
    names = list(SCENARIOS)
    assert names[: len(MET_MOST)] == MET_MOST
    assert names[len(MET_MOST) :] == sorted(names[len(MET_MOST) :])


def test_a_scenario_is_named_like_its_file() -> None:
    files = {path.stem.replace("_", "-") for path in Path(folder.__path__[0]).glob("*.py")} - {"--init--"}
    assert set(SCENARIOS) == files


@every_scenario
def test_its_words_fit_a_list_and_set_the_scene_in_a_few_sentences(scenario: Scenario) -> None:
    assert len(scenario.title) <= 60
    assert not scenario.title.endswith(".")
    assert 2 <= len(re.findall(r"[.?](?: |$)", scenario.story)) <= 3
    assert scenario.teaches
    assert all(not lesson.endswith(".") for lesson in scenario.teaches)


@every_scenario
def test_its_cause_is_one_that_can_be_found(scenario: Scenario) -> None:
    assert scenario.cause in known_causes()


@every_scenario
def test_its_framework_is_one_the_lab_plays(scenario: Scenario) -> None:
    assert scenario.framework in FRAMEWORKS


@every_scenario
def test_it_calls_this_machine_from_a_page_of_another_origin(scenario: Scenario) -> None:
    call = scenario.call(PORTS).request()
    assert re.match(rf"(https?://)?(localhost|127\.0\.0\.1):{PORTS.edge}/", call.url_text)
    assert call.url is None or serialize_origin(call.page.origin) != serialize_origin(call.url.origin)


@every_scenario
def test_mended_it_calls_one_of_its_own_servers_without_tls(scenario: Scenario) -> None:
    url = (scenario.mended or scenario.call)(PORTS).request().url
    assert url is not None
    assert url.host in ("localhost", "127.0.0.1")
    assert url.scheme == "http"
    assert _named(PORTS, url.port) in scenario.repaired(PORTS, CorsPolicy())
    assert _named(PORTS, url.port) not in scenario.over_tls


def _named(ports: Ports, port: int | None) -> str:
    return next(field.name for field in fields(Ports) if getattr(ports, field.name) == port)


@every_scenario
def test_it_names_only_ports_there_are_and_listens_where_it_is_called(scenario: Scenario) -> None:
    for side in (scenario.broken(PORTS), scenario.repaired(PORTS, CorsPolicy())):
        assert set(side) <= {"edge", "origin_server", "other"}
    assert ("edge" in scenario.broken(PORTS)) is scenario.listens
    assert "edge" in scenario.repaired(PORTS, CorsPolicy())


@every_scenario
async def test_repaired_it_answers_a_preflight_as_the_policy_says(scenario: Scenario) -> None:
    async with RunningLab(scenario) as lab:
        policy = least_policy(lab.repaired_call.request())
        await lab.apply(policy)
        preflight = await ask_preflight(lab)
        called = lab.repaired_call.request().url
        assert called is not None
        wanted = respond(policy, wire_of(lab.asked(_named(lab.ports, called.port))[-1]))
    assert 200 <= preflight.status < 300
    assert set(wanted) <= set(preflight.headers)
    assert preflight.headers.get_all("access-control-allow-origin") == wanted.get_all("access-control-allow-origin")


@every_scenario
async def test_repaired_it_lets_nobody_else_in(scenario: Scenario) -> None:
    async with RunningLab(scenario) as lab:
        await lab.apply(CorsPolicy(origins=("https://app.example.com", "https://www.example.com"), credentials=True))
        preflight = await ask_preflight(lab)
    assert 200 <= preflight.status < 300
    assert preflight.headers.get("access-control-allow-origin") not in ("*", lab.case.call.origin)


@pytest.mark.parametrize(
    ("method", "lines", "is_preflight"),
    [
        ("OPTIONS", ("Origin: http://a", "Access-Control-Request-Method: GET"), True),
        ("OPTIONS", ("access-control-request-METHOD: GET",), True),
        ("OPTIONS", ("Origin: http://a",), False),
        ("GET", ("Access-Control-Request-Method: GET",), False),
        ("options", ("Access-Control-Request-Method: GET",), False),
    ],
)
def test_what_counts_as_a_preflight(method: str, lines: tuple[str, ...], is_preflight: bool) -> None:
    assert asked(method, "/", *lines).is_preflight is is_preflight


def test_the_origin_that_asks_is_empty_when_there_is_none() -> None:
    assert Asked("GET", "/", HeaderList()).origin == ""
    assert asked("GET", "/", "oRIGIN: null").origin == "null"


async def test_a_handler_is_asked_whether_it_has_to_be_awaited_or_not() -> None:
    async def later(_asked: Asked) -> Reply:
        await asyncio.sleep(0)
        return Reply(201)

    assert await ask(later, asked("GET", "/")) == Reply(201)
    assert await ask(lambda _asked: Reply(202), asked("GET", "/")) == Reply(202)
