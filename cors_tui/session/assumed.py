"""Going on by what a person said, where nothing can be sent: a judgement that rests on an answer, and says so."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Finding, known_causes
from cors_tui.diagnosis.diagnose import Diagnosis
from cors_tui.diagnosis.text_rules.confirming import CONFIRMING
from cors_tui.session.judging import Judgement, judge

ASSUMED = "cause"
"""The answer of a case that names the cause a person confirmed."""


def assuming(case: Case, cause: str) -> Case:
    """`case` with the cause that the person confirmed ("" takes it back)."""
    return case.with_answer(ASSUMED, cause)


def assumed(case: Case) -> Judgement | None:
    """The judgement of a case of which nothing was seen, by the cause its person confirmed; None without one.

    No browser has a verdict in it. What is seen later counts more: `judge` knows nothing of the answer.
    """
    cause = known_causes().get(case.answers.get(ASSUMED, ""))
    if cause is None or case.seen:
        return None
    return replace(judge(case), faults=(), diagnosis=_diagnosis(cause))


def _diagnosis(cause: Cause) -> Diagnosis:
    evidence = Evidence("you were asked", CONFIRMING.get(cause.name, cause.title), "you said yes")
    says = f"{cause.title}. {cause.happened}"
    finding = Finding(cause.name, cause.title, cause.group, Certainty.LIKELY, says, (evidence,), cause.remedies)
    by_whom = "By what you said; nothing was sent"
    headline = f"{by_whom}: {cause.title}." if cause.group.is_cors else f"Not CORS. {by_whom}: {cause.title}."
    return Diagnosis((finding,), headline, cause.group.is_cors)
