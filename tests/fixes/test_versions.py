"""The table of versions that were run."""

from __future__ import annotations

import pytest

from cors_tui.fixes.framework import known_frameworks
from cors_tui.fixes.versions import STACKS, stack_of


def test_every_framework_has_its_row_and_every_row_its_framework() -> None:
    assert set(STACKS) == set(known_frameworks())


@pytest.mark.parametrize(("version", "found"), [("", "5."), ("5", "5."), ("4", "4."), ("4.22", "4."), ("5.3.0", "5.")])
def test_a_version_is_found_by_its_beginning(version: str, found: str) -> None:
    assert stack_of("express", version).version.startswith(found)


@pytest.mark.parametrize("version", ["3", "5.3.0.1", "52", ".", "x"])
def test_a_version_that_was_not_run_is_refused_with_those_that_were(version: str) -> None:
    with pytest.raises(ValueError, match=r"was not run; 5\..* were"):
        stack_of("express", version)


def test_a_stack_says_what_ran_with_it() -> None:
    assert str(stack_of("express", "4")) == "Express 4.22.3 with cors 2.8.6"
