"""The table of keys: no key twice, a twin for every letter, an action behind each."""

from __future__ import annotations

from textual.binding import Binding

from cors_tui.tui.keys import KEYS, Key, bindings
from cors_tui.tui.screens.guide import GuideScreen
from tests.rows import each_row

TEXT_KEYS = {
    "ctrl+a",
    "ctrl+e",
    "ctrl+d",
    "ctrl+w",
    "ctrl+u",
    "ctrl+k",
    "ctrl+x",
    "ctrl+c",
    "ctrl+v",
    "ctrl+f",
    "ctrl+h",
}


def test_no_key_has_two_meanings() -> None:
    """Neither keys nor twins."""
    keys = [key for row in KEYS for key in (row.key, row.twin) if key]
    assert len(keys) == len(set(keys))
    assert not {"o"} & set(keys), "kept free for what comes later"


@each_row("row", [row for row in KEYS if len(row.key) == 1 and row.key.isalpha()], ids=lambda row: row.key)
def test_every_letter_has_a_twin_that_a_field_leaves_alone(row: Key) -> None:
    """A ctrl or F key that does nothing else inside a field."""
    assert row.twin
    assert row.twin not in TEXT_KEYS
    assert row.twin.startswith(("ctrl+", "f"))


@each_row("row", KEYS, ids=lambda row: row.key)
def test_every_action_exists_and_says_what_it_does(row: Key) -> None:
    """The palette and the help show the words."""
    name = row.action.partition("(")[0]
    assert callable(getattr(GuideScreen, f"action_{name}", None))
    assert row.help[0].isupper()


def test_a_key_without_a_label_stays_off_the_last_line() -> None:
    """But it works."""
    shown = {binding.action: binding.show for binding in bindings() if isinstance(binding, Binding)}
    assert shown["probe"]
    assert not shown["reveal"]
