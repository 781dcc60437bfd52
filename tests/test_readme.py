"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cors_tui import registry

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


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
