"""Going on by an answer: a fix, a headline that says what it rests on, and nothing once something was seen."""

from __future__ import annotations

from cors_tui.case import AS_ASKED, Call, Case, Sighting
from cors_tui.diagnosis.cause import Certainty
from cors_tui.fixes.framework import known_frameworks
from cors_tui.session.assumed import assumed, assuming
from cors_tui.session.fixing import propose, suggested_policy
from cors_tui.session.judging import Word

CASE = Case(Call(url="https://api.intern/x", origin="https://app.intern", method="PUT"))


def test_nothing_is_assumed_unasked() -> None:
    """Nor a cause that nobody knows, nor one that was taken back."""
    assert assumed(CASE) is None
    assert assumed(assuming(CASE, "no-such-cause")) is None
    assert assumed(assuming(assuming(CASE, "no-allow-origin"), "")) is None


def test_it_says_what_it_rests_on() -> None:
    """No browser is given a verdict, and nothing is proven."""
    found = assumed(assuming(CASE, "no-allow-origin"))
    assert found is not None
    (finding,) = found.diagnosis.findings
    assert finding.certainty is Certainty.POSSIBLE
    assert "nothing was sent" in found.diagnosis.headline
    assert {verdict.word for verdict in found.verdicts.values()} == {Word.NOT_ASKED}


def test_what_is_not_cors_says_so_first() -> None:
    """A server's error, say."""
    found = assumed(assuming(CASE, "error-without-headers"))
    assert found is not None
    assert found.diagnosis.is_cors is False
    assert found.diagnosis.headline.startswith("Not CORS.")


def test_it_leads_to_a_fix() -> None:
    """The snippet that the same cause would get after a probe."""
    case = assuming(CASE, "options-not-handled")
    judgement = assumed(case)
    assert judgement is not None
    proposal = propose(case, judgement, known_frameworks()["express"], suggested_policy(case))
    assert proposal is not None
    assert "https://app.intern" in proposal.fix.snippet
    assert {verdict.word for verdict in proposal.verdicts_after.values()} == {Word.ALLOWED}


def test_what_was_seen_counts_more() -> None:
    """Bytes against words."""
    case = assuming(CASE, "no-allow-origin").with_sighting(Sighting(AS_ASKED, ()))
    assert assumed(case) is None
