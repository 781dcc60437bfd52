"""Step 3: which credentials travel, and what that changes."""

from __future__ import annotations

from textual.content import Content

from cors_tui.diagnosis.cause import Finding, Group
from cors_tui.standards.request import CredentialsMode
from cors_tui.tui.view import View
from cors_tui.tui.visible import joined, lines, visible


def above(_view: View) -> Content:
    """Nothing beyond the questions."""
    return visible("")


def below(view: View) -> Content:
    """The rules in this mode, and what the probe says about cookies."""
    if view.case.call.credentials is CredentialsMode.INCLUDE:
        rules = (
            "With credentials: Allow-Origin must name the origin, Allow-Credentials must be `true`, `*` is only a star."
        )
    else:
        rules = "Without credentials: Allow-Origin may be `*` or the origin; Allow-Credentials is not looked at."
    found = view.judgement.diagnosis.findings if view.judgement else ()
    return lines(visible(rules, "bold"), *(_finding(f) for f in found if f.group in (Group.CREDENTIALS, Group.COOKIES)))


def _finding(finding: Finding) -> Content:
    return joined(visible(f"! {finding.certainty.value}: ", "$warning"), visible(finding.says))
