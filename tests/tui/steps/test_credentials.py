"""Step 3: the rules in this mode."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from cors_tui.standards.response import Response
from cors_tui.tui.steps.credentials import above, below
from cors_tui.tui.view import View
from tests.tui.judged_cases import CALL, answered, viewed

WITH = replace(CALL, credentials=CredentialsMode.INCLUDE)


def test_the_rules_follow_the_mode() -> None:
    """With credentials a star is only a star."""
    assert below(View(Case(WITH))).plain.startswith("With credentials")
    assert below(View(Case(CALL))).plain.startswith("Without credentials")
    assert above(View(Case(CALL))).plain == ""


def test_what_the_probe_found_about_credentials_stands_here() -> None:
    """A wildcard with credentials is named with its certainty."""
    star = answered(WITH, Response(200, HeaderList((("Access-Control-Allow-Origin", "*"),))))
    assert "! proven" in below(viewed(star)).plain
