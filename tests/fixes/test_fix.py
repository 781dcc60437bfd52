"""A fix is a plain value."""

from __future__ import annotations

from cors_tui.fixes.fix import Fix
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy


def test_a_fix_is_for_production_unless_it_says_otherwise() -> None:
    fix = Fix("express", Remedy.SEND_POLICY, CorsPolicy(), "javascript", "app.mjs", "x", "Here.")
    assert not fix.development_only
    assert hash(fix) == hash(Fix("express", Remedy.SEND_POLICY, CorsPolicy(), "javascript", "app.mjs", "x", "Here."))
