"""The shape of a cause, and what Facts picks out of a case."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Group, known_causes
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal


def test_a_finding_carries_its_cause() -> None:
    cause = known_causes()["no-allow-origin"]
    finding = cause.found(Certainty.LIKELY, "It is so.", next="Then that.")
    assert (finding.cause, finding.title, finding.group) == (cause.name, cause.title, cause.group)
    assert finding.remedies == cause.remedies
    assert finding.next == "Then that."


def test_a_finding_may_have_remedies_of_its_own() -> None:
    cause = known_causes()["no-allow-origin"]
    assert cause.found(Certainty.LIKELY, "It is so.", remedies=(Remedy.NONE,)).remedies == (Remedy.NONE,)


def test_facts_take_the_first_preflight_and_the_last_actual_request() -> None:
    seen = facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows_all_of()),
        actual=[answer(302, "Location: /b", *allows()), answer(200, *allows())],
    )
    assert seen.preflight is not None
    assert seen.preflight.request.hop == 0
    assert seen.actual is not None
    assert seen.actual.request.hop == 1


def test_facts_know_every_refusal_and_what_was_not_sent() -> None:
    seen = facts(call(), actual=answer(200))
    assert seen.refusals == {Refusal.ALLOW_ORIGIN_MISSING}
    assert seen.seen(experiments.TWICE) == ()


def test_the_groups_tell_cors_from_the_rest() -> None:
    assert Group.MISSING.is_cors
    assert not Group.NETWORK.is_cors
    assert len({group.title for group in Group}) == len(Group)
