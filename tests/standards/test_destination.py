"""What a response is for, by what asked for it."""

from __future__ import annotations

import pytest

from cors_tui.standards.destination import destination
from cors_tui.standards.request import Initiator


@pytest.mark.parametrize("initiator", [Initiator.FETCH, Initiator.XHR, Initiator.EVENT_SOURCE])
def test_what_script_asks_for_itself_has_none(initiator: Initiator) -> None:
    assert destination(initiator) == "empty"


@pytest.mark.parametrize("initiator", [Initiator.SCRIPT, Initiator.MODULE, Initiator.IMPORT])
def test_every_script_is_one(initiator: Initiator) -> None:
    assert destination(initiator) == "script"


def test_elements_are_told_apart() -> None:
    asked = [Initiator.SCRIPT, Initiator.STYLESHEET, Initiator.IMAGE, Initiator.FONT]
    assert [destination(each) for each in asked] == ["script", "style", "image", "font"]
