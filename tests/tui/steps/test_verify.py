"""Step 7: before and now, and every probe as a curl command."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.tui.steps.verify import above, below
from cors_tui.tui.view import View, judged
from tests.tui.judged_cases import CALL, PUT, allowed, blocked, preflight_405, viewed


def test_before_and_now_stand_under_one_another() -> None:
    """Three words each."""
    view = replace(viewed(allowed(), "verify"), earlier=judged(blocked()))
    before, now = above(view).plain.splitlines()[:2]
    assert before.startswith("before")
    assert before.count("BLOCKED") == 3
    assert now.startswith("now")
    assert now.count("ALLOWED") == 3


def test_without_a_probe_it_says_what_to_press() -> None:
    """No commands for half a call."""
    assert "Press r" in above(View(Case(CALL), step="verify")).plain
    assert below(View(Case())).plain == ""


def test_every_request_has_its_curl_command_without_the_secret() -> None:
    """One that waits still is there as well."""
    text = below(viewed(preflight_405(), "verify")).plain
    assert "# the preflight" in text
    assert "curl" in text
    assert "abc123" not in text
    assert "curl" in below(viewed(Case(PUT), "verify")).plain


def test_the_lab_says_which_key_repairs_it_and_the_watch_how_it_stands() -> None:
    """Either way round."""
    view = viewed(blocked(), "verify", lab="no-header", watching="round 2")
    assert "k: apply the fix" in above(view).plain
    assert "watching: round 2" in above(view).plain
    assert "k: break" in above(replace(view, repaired=True)).plain
