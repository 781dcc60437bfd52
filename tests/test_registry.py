"""A folder's files are its entries."""

from __future__ import annotations

import re

import pytest
from click import Command

from cors_tui import registry


def test_private_modules_are_no_entries() -> None:
    """A file whose name starts with an underscore is help for the entries, not one of them."""
    names = registry.entry_names("cors_tui.cli")
    assert "check" in names
    assert not [name for name in names if name.startswith("_")]


def test_entries_come_in_the_order_of_their_names() -> None:
    """The order does not depend on the file system."""
    assert list(registry.entries("cors_tui.cli", "COMMAND", Command)) == sorted(registry.entry_names("cors_tui.cli"))


def test_a_file_that_is_no_entry_is_a_mistake() -> None:
    """A module without the agreed name is never skipped in silence."""
    with pytest.raises(TypeError, match=re.escape("cors_tui.cli.check must bind NOTHING to a Command")):
        registry.entry("cors_tui.cli", "check", "NOTHING", Command)
