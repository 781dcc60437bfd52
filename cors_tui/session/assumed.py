"""Taking a cause as so where nothing can be sent: a judgement that rests on a person's word, and says so."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Finding, known_causes
from cors_tui.diagnosis.diagnose import Diagnosis
from cors_tui.diagnosis.text_rules.confirming import CONFIRMING
from cors_tui.session.judging import Judgement, judge

ASSUMED = "cause"
"""The answer of a case that names the cause which its person takes as so."""


def assuming(case: Case, cause: str) -> Case:
    """`case` with the cause that its person takes as so ("" takes it back)."""
    return case.with_answer(ASSUMED, cause)


def assumed(case: Case) -> Judgement | None:
    """The judgement of a case of which nothing was seen, by the cause its person takes as so; None without one.

    No browser has a verdict in it. What is seen later counts more: `judge` knows nothing of the answer.
    """
    cause = known_causes().get(case.answers.get(ASSUMED, ""))
    if cause is None or case.seen:
        return None
    return replace(judge(case), faults=(), diagnosis=_diagnosis(cause))


def _diagnosis(cause: Cause) -> Diagnosis:
    evidence = Evidence("nothing was sent", CONFIRMING.get(cause.name, cause.title), "taken as a yes")
    says = f"{cause.title}. {cause.happened}"
    finding = Finding(cause.name, cause.title, cause.group, Certainty.POSSIBLE, says, (evidence,), cause.remedies)
    headline = f"Taken as so, since nothing was sent: {cause.title}."
    return Diagnosis((finding,), headline if cause.group.is_cors else f"Not CORS. {headline}", cause.group.is_cors)
