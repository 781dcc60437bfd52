"""Parts of a document, checked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cors_tui.inputs.json_parts import CaseError, choice, flag, mapping, pairs, text, whole_number
from cors_tui.standards.request import Mode


@pytest.mark.parametrize(
    ("check", "value", "says"),
    [
        pytest.param(mapping, [], "x is not an object", id="a list for an object"),
        pytest.param(text, None, "x is not a string", id="null for a string"),
        pytest.param(flag, 0, "x is neither true nor false", id="zero for false"),
        pytest.param(pairs, {}, "x is not a list", id="an object for a list"),
        pytest.param(pairs, [["a", 1]], "x holds something that is no", id="a number in a pair"),
        pytest.param(pairs, [["a", "b", "c"]], "x holds something that is no", id="three"),
    ],
)
def test_refused(check: Callable[[object, str], object], value: object, says: str) -> None:
    with pytest.raises(CaseError, match=says):
        check(value, "x")


@pytest.mark.parametrize("value", [True, 1.0, 0, 6, "1"])
def test_whole_numbers_are_whole_and_within_bounds(value: object) -> None:
    with pytest.raises(CaseError, match="x is not a whole number from 1 to 5"):
        whole_number(value, "x", 1, 5)


def test_read() -> None:
    assert mapping({"a": 1}, "x") == {"a": 1}
    assert pairs([["a", "b"]], "x") == (("a", "b"),)
    assert whole_number(5, "x", 1, 5) == 5
    assert choice("cors", "x", Mode) is Mode.CORS
    assert flag(False, "x") is False
