"""Every experiment: safe, harmless, asked once, and silent where it makes no sense."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.diagnosis.cause import known_causes
from cors_tui.experiment import Experiment
from cors_tui.experiments import ALL, EXTRA_QUERY, OWN_AGAIN
from cors_tui.experiments.making import OWN_URL
from cors_tui.session.asking import progress_line
from tests.experiments.cases import CASES, SIMPLE
from tests.rows import each_row

UNASKED = tuple(each for each in ALL if not each.consent)
"""Those that are sent without an explicit yes."""


def plans(sent: tuple[Experiment, ...] = ALL) -> list[tuple[str, Experiment, Case]]:
    return [(f"{each.name}: {name}", each, case) for each in sent for name, case in CASES.items()]


@each_row(("each", "case"), [p[1:] for p in plans(UNASKED)], ids=[p[0] for p in plans(UNASKED)])
def test_only_safe_methods_are_sent_without_a_yes(each: Experiment, case: Case) -> None:
    assert all(wire.is_safe and wire.body is None for wire in each.plan(case))


@each_row(("each", "case"), [p[1:] for p in plans()], ids=[p[0] for p in plans()])
def test_what_differs_from_the_own_request_has_a_query_of_its_own_shared_in_a_sequence(
    each: Experiment, case: Case
) -> None:
    sent = each.plan(case)
    if each.direct or each is OWN_AGAIN:
        return
    assert all("cors-tui=" in wire.url.query for wire in sent)
    if each.in_order:
        assert len({wire.url.query for wire in sent}) <= 1


@each_row(("each", "case"), [p[1:] for p in plans()], ids=[p[0] for p in plans()])
def test_after_a_yes_to_the_real_url_only_what_compares_nothing_has_a_query_of_its_own(
    each: Experiment, case: Case
) -> None:
    sent = each.plan(replace(case, consents=frozenset({OWN_URL})))
    carrying = [wire for wire in sent if "cors-tui=" in wire.url.query]
    assert not (each.compares and carrying)


@each_row("each", ALL, ids=lambda each: each.name)
def test_two_runs_share_no_query(each: Experiment) -> None:
    first = {wire.url.query for wire in each.plan(SIMPLE)}
    assert first.isdisjoint(wire.url.query for wire in each.plan(SIMPLE)) or not first


@each_row("each", ALL, ids=lambda each: each.name)
def test_nothing_is_sent_without_an_http_url(each: Experiment) -> None:
    assert each.plan(CASES["no url"]) == ()
    assert each.plan(CASES["not http"]) == ()


def test_names_are_unique_and_every_experiment_says_what_it_asks_and_why() -> None:
    assert len({each.name for each in ALL}) == len(ALL)
    assert [each.asks for each in ALL if " — " not in each.asks or not each.asks.endswith("?")] == []


@each_row("each", ALL, ids=lambda each: each.name)
def test_what_and_why_fit_a_terminal_of_80_columns(each: Experiment) -> None:
    assert len(f"{progress_line(f'asking {each.asks}', 28, 29)}  s: stop") < 80


def test_every_experiment_is_asked_for_by_a_cause_or_guards_the_others() -> None:
    asked_for = {each.name for cause in known_causes().values() for each in cause.needs}
    assert {each.name for each in ALL} - asked_for == {EXTRA_QUERY.name, OWN_AGAIN.name}
