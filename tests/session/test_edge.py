"""The layer in front of a judged case's server."""

from __future__ import annotations

from cors_tui.diagnosis.cause import Certainty
from cors_tui.diagnosis.layers import Claim, Deed
from cors_tui.session.edge import claim_sentence, edge
from cors_tui.session.judging import judge
from tests.session.cases import GET, answered, response


def test_it_is_found_in_what_was_seen() -> None:
    case = answered(GET, response(200, ("Server", "nginx")))
    assert edge(case, judge(case)).products == ("nginx",)


def test_a_claim_is_one_sentence_with_its_certainty() -> None:
    claim = Claim("vary", Deed.REMOVED, "nginx", Certainty.PROVEN, "because")
    assert claim_sentence("preflight", claim) == "preflight: vary removed by nginx (proven)"
