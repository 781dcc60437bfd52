"""From facts to a ranked diagnosis."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.diagnosis.cause import Facts, Finding


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Findings, most certain and most telling first. `headline` is the one sentence above everything else.

    `is_cors` is False when the first finding's group is not the CORS configuration ("Not CORS: ..."), None when
    nothing is known.
    """

    findings: tuple[Finding, ...]
    headline: str
    is_cors: bool | None


def diagnose(facts: Facts) -> Diagnosis:
    """Ask every known cause; drop findings outranked by another; rank the rest."""
    raise NotImplementedError
