"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from cors_tui import registry
from cors_tui.cli.judge import COMMAND as JUDGE

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_score_is_the_one_that_judge_prints() -> None:
    """The table of agreement is copied from the command it names."""
    shown = README.split("<!-- score:")[1].split("```")[1].strip("\n").splitlines()
    printed = CliRunner().invoke(JUDGE, ["--score", str(ROOT / "tests" / "truth")]).stdout.splitlines()
    assert shown == printed[: len(shown)]


@pytest.mark.parametrize("picture", re.findall(r"\]\((assets/[^)]+)\)", README))
def test_every_picture_is_there(picture: str) -> None:
    """No broken image."""
    assert (ROOT / picture).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"^cors-tui ([a-z]+)\b(?!:)", README, re.MULTILINE))))
def test_every_command_is_one(command: str) -> None:
    """A command that is shown exists."""
    assert command == "https" or command in registry.entry_names("cors_tui.cli")


def test_the_continuous_integration_finds_the_test_command() -> None:
    """It runs what the README says, letter for letter."""
    block = README.split("<!-- tests -->")[1].split("```")[1]
    assert block.startswith("sh\npython3 -m venv .venv && ")
    assert block.strip().endswith("tests/all.sh")
