"""The tree: it can be walked from start to end, and its states follow from the case alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.guide import tree
from cors_tui.guide.tree import STEPS, State
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange

CROSS = Case(Call(url="https://api.example.com/", origin="https://app.example.com"))
SAME = Case(Call(url="https://app.example.com/a", origin="https://app.example.com"))


def seen(case: Case, *experiments: str) -> Case:
    """The case after each of the experiments saw one answer."""
    url = parse_url(case.call.url)
    assert url is not None
    exchange = Exchange(WireRequest(Role.ACTUAL, 0, "GET", url), Response(200))
    for name in experiments:
        case = case.with_sighting(Sighting(name, (exchange,)))
    return case


def walk(case: Case) -> list[str]:
    """The names from the first step on, by pressing next."""
    names = [STEPS[0].name]
    while (following := tree.after(names[-1], case)) != names[-1]:
        names.append(following)
    return names


def test_the_whole_walk() -> None:
    """Seven steps, the last of which is the end."""
    assert walk(CROSS) == ["called", "request-type", "credentials", "cdn", "verdict", "fix", "verify"]


BRANCHES = [
    ("a same-origin call: no credentials, no CDN", SAME, ["called", "request-type", "verdict", "fix", "verify"]),
    ("no CDN, no step for it", CROSS.with_answer("cdn", "no"),
     ["called", "request-type", "credentials", "verdict", "fix", "verify"]),
    ("not knowing is not a no", CROSS.with_answer("cdn", "unknown"), walk(CROSS)),
]  # fmt: skip


@pytest.mark.parametrize(("what", "case", "names"), BRANCHES, ids=[row[0] for row in BRANCHES])
def test_branches(what: str, case: Case, names: list[str]) -> None:
    """What comes next follows from the answers."""
    assert walk(case) == names


DONE = [
    ("nothing is done in an empty case", Case(), []),
    ("a URL without an origin is half a call", Case(Call(url="https://api.example.com/")), []),
    ("a URL that is no http URL does not count", Case(Call(url="file:///a", origin="null")), []),
    ("URL and origin are a call", CROSS, ["called"]),
    ("a probe fills request type and verdict", seen(CROSS, AS_ASKED), ["called", "request-type", "verdict"]),
    ("experiments of the edge fill the CDN step", seen(CROSS, AS_ASKED, "without-origin"),
     ["called", "request-type", "credentials", "cdn", "verdict"]),
    ("an answer fills the credentials step", CROSS.with_answer("carried", "none"), ["called", "credentials"]),
    ("a copied fix is one", CROSS.with_answer("fix", "copied"), ["called", "fix"]),
    ("a second probe verifies", replace(seen(CROSS, AS_ASKED), before=seen(CROSS, AS_ASKED).seen),
     ["called", "request-type", "verdict", "verify"]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "case", "done"), DONE, ids=[row[0] for row in DONE])
def test_what_is_done(what: str, case: Case, done: list[str]) -> None:
    """A step's state is computed from the case."""
    assert [step.name for step in STEPS if tree.state_of(step, case, "") is State.DONE] == done


def test_the_step_one_looks_at_is_marked_and_skipped_ones_are_signed() -> None:
    """A sign of its own for each state, so that none is told by colour alone."""
    states = [tree.state_of(step, SAME, "verdict") for step in STEPS]
    assert states == [State.DONE, State.OPEN, State.SKIPPED, State.SKIPPED, State.HERE, State.OPEN, State.OPEN]
    assert len({state.value for state in State}) == len(State)


@pytest.mark.parametrize("case", [CROSS, SAME], ids=["across origins", "same origin"])
def test_back_goes_through_shown_steps_only(case: Case) -> None:
    """From the end, back leads to the start and stays there."""
    names = ["verify"]
    while (previous := tree.before(names[-1], case)) != names[-1]:
        names.append(previous)
    assert names == [step.name for step in reversed(STEPS) if step.shown(case)]


STARTS = [
    ("nothing known: what was called", Case(), "called"),
    ("a whole call: its type", CROSS, "request-type"),
    ("probed: credentials", seen(CROSS, AS_ASKED), "credentials"),
]


@pytest.mark.parametrize(("what", "case", "name"), STARTS, ids=[row[0] for row in STARTS])
def test_where_a_person_starts(what: str, case: Case, name: str) -> None:
    """The first step that is not done."""
    assert tree.first_open(case) == name


def test_probing_the_cdn_step_sends_the_request_and_the_edge_experiments() -> None:
    """Each step names what it sends."""
    assert tree.step("cdn").sends(CROSS) == (AS_ASKED, "without-origin", "past-the-cache", "direct")
    assert tree.step("called").sends(CROSS) == ()
