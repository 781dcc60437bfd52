"""The development variant is the same policy and every port of this machine."""

from __future__ import annotations

from cors_tui.fixes.frameworks import express
from cors_tui.fixes.grants import lets_in
from cors_tui.fixes.recipe import development_policy, marked_off
from cors_tui.fixes.versions import STACKS
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from tests.fixes.frameworks.asked import EVIL, GOOD, A


def test_development_lets_this_machine_in_and_no_stranger() -> None:
    policy = development_policy(GOOD)
    assert all(
        lets_in(policy, origin) for origin in (A, "http://localhost:5173", "http://127.0.0.1:8080", "http://[::1]:1")
    )
    assert not any(
        lets_in(policy, origin) for origin in (EVIL, "null", "https://localhost:1", "http://localhost.evil.test")
    )


def test_everybody_is_everybody_in_development_too() -> None:
    assert development_policy(CorsPolicy(origins=("*",))) == CorsPolicy(origins=("*",))


def test_the_part_to_paste_is_marked_off() -> None:
    assert marked_off("x", "#") == "# --- CORS: paste from here ---\nx\n# --- to here ---"


def test_a_framework_is_what_its_recipe_says() -> None:
    """Name, versions and remedies are written once."""
    framework, recipe = express.FRAMEWORK, express.RECIPE
    assert (framework.name, framework.language, framework.stacks) == ("express", "javascript", STACKS["express"])
    assert framework.remedies == tuple(recipe.placements)
    assert framework.fix(GOOD, Remedy.SEND_POLICY) == recipe.fix(GOOD, Remedy.SEND_POLICY)


def test_the_parts_of_a_program() -> None:
    packages, snippet = express.RECIPE.parts(GOOD, "4")
    assert packages == STACKS["express"][1].packages
    assert snippet == marked_off(express.snippet(GOOD, Remedy.SEND_POLICY), "//")
