"""What is known of the layer in front of a judged case's server."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.diagnosis.cause import Facts
from cors_tui.diagnosis.edge import Edge, edge_of
from cors_tui.diagnosis.layers import Claim
from cors_tui.session.judging import Judgement


def edge(case: Case, judgement: Judgement) -> Edge:
    """Who stands in front, what it does, who did what with each CORS header, and what to change there."""
    return edge_of(Facts(case, {name: verdict.outcome for name, verdict in judgement.verdicts.items()}))


def claim_sentence(role: str, claim: Claim) -> str:
    """``preflight: access-control-allow-origin removed by nginx, in front of the origin server (proven)``"""
    return f"{role}: {claim.header} {claim.deed.value} by {claim.who} ({claim.certainty.value})"
