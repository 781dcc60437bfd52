"""The fix step: framework, policy, snippet, and now against after."""

from __future__ import annotations

import pytest

from cors_tui.fixes.framework import known_frameworks
from tests.tui.driving import SIZES, asked, lab


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "140x45"])
async def test_the_snippet_stands_there_with_its_place(size: tuple[int, int]) -> None:
    """The cause it repairs, the framework, the policy, the code."""
    async with asked("options-405", size) as run:
        text = await run.press("6")
        for word in ("cause", "framework", "policy", "where", "y copy"):
            assert word in text


async def test_choosing_a_framework_changes_the_snippet() -> None:
    """By the arrow keys."""
    async with asked("options-405") as run:
        await run.keys("6", "tab")
        before = run.text
        await run.keys("right", "enter")
        assert run.guide.case.answers["framework"] in known_frameworks()
        assert run.text != before


async def test_the_snippet_and_the_prediction_change_as_one_types() -> None:
    """e opens the editor; a method typed there is in the code at once."""
    async with asked("options-405", (140, 60)) as run:
        await run.keys("6", "e", "tab")
        text = await run.type("PATCH")
        assert text.count("PATCH") >= 3
        assert run.guide.view.policy is not None
        assert "PATCH" in run.guide.view.policy.methods
        await run.keys("escape", "e")
        assert not run.guide.view.editing


async def test_on_a_small_screen_what_a_field_changes_stands_below_the_form() -> None:
    """Its line of the code, its line of the answer, and the browsers' words, as one types; another field's do not."""
    async with asked("options-405", (80, 24)) as run:
        await run.keys("6", "e", "tab")
        text = await run.type(" PATCH")
        shown = [line.strip() for line in text.splitlines()]
        assert 'code  allow_methods=["GET", "HEAD", "POST", "PATCH"],' in shown
        assert "then  access-control-allow-methods: GET, HEAD, POST, PATCH" in shown
        assert "then  Chromium" in text
        text = await run.press("tab")
        assert "show here" in text
        await run.keys("f6", "e")
        assert "show here" not in run.text


async def test_the_development_variant_is_marked_as_such() -> None:
    """Nobody deploys it by mistake."""
    async with asked("options-405") as run:
        await run.keys("6")
        assert "development only" not in run.text.lower()
        text = await run.press("f")
        assert "development only" in text.lower()


async def test_where_no_code_helps_it_says_so() -> None:
    """A server that is not running is started, not configured."""
    async with lab("not-running") as run:
        text = await run.press("r", "6")
        assert "Nothing in" in text


async def test_a_policy_that_must_not_become_code_says_why() -> None:
    """Half a typed origin is no crash; everybody with credentials is never written."""
    async with asked("options-405", (140, 60)) as run:
        await run.keys("6", "e")
        text = await run.type("https:")
        assert "There is no code for this policy" in text
        assert "! origins" in text
        assert run.guide.view.policy is not None
