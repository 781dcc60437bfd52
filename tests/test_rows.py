"""A table in one test: nothing that fails is lost, and what failed has a name."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import pytest

from tests.rows import each_row


def failing(test: Callable[[], Any]) -> ExceptionGroup[Exception]:
    with pytest.raises(ExceptionGroup) as raised:
        test()
    return raised.value


def test_every_row_that_fails_is_named_and_the_others_are_not() -> None:
    tried: list[int] = []

    @each_row("number", [1, 2, 3, 4], ids=["one", "two", "three", "four"])
    def test_odd(number: int) -> None:
        tried.append(number)
        assert number % 2, f"{number} is even"

    told = failing(test_odd)
    assert tried == [1, 2, 3, 4]
    assert str(told).startswith("2 of 4 rows: two, four")
    assert told.exceptions[0].__notes__ == ["row: two"]
    assert "4 is even" in str(told.exceptions[1])


def test_a_row_fails_by_any_error_and_by_an_error_that_does_not_come() -> None:
    @each_row("text", ["", "1", "x"], ids=["empty", "a number", "a letter"])
    def test_refused(text: str) -> None:
        with pytest.raises(ValueError, match="invalid literal"):
            int(text)

    assert str(failing(test_refused)).startswith("1 of 3 rows: a number")

    @each_row("text", ["a"])
    def test_broken(text: str) -> None:
        raise LookupError(text)

    assert str(failing(test_broken)).startswith("1 of 1 rows: a")


def test_nothing_but_failures_is_kept_back() -> None:
    @each_row("number", [1])
    def test_interrupted(number: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        test_interrupted()


async def test_a_coroutine_is_awaited_for_each_row() -> None:
    @each_row(("left", "right"), [(1, 1), pytest.param(1, 2, id="apart"), (2, 2)])
    async def test_same(left: int, right: int) -> None:
        assert left == right

    with pytest.raises(ExceptionGroup, match="1 of 3 rows: apart"):
        await test_same()


def test_tables_may_stand_over_each_other() -> None:
    pairs: list[tuple[str, int]] = []

    @each_row("letter", "ab")
    @each_row("number", [1, 2])
    def test_pairs(letter: str, number: int) -> None:
        pairs.append((letter, number))

    test_pairs()
    assert pairs == [("a", 1), ("a", 2), ("b", 1), ("b", 2)]


@each_row("number", [1])
def test_a_fixture_reaches_the_rows(number: int, tmp_path: object) -> None:
    assert number == 1
    assert tmp_path


def test_pytest_is_shown_the_fixtures_alone() -> None:
    assert list(inspect.signature(test_a_fixture_reaches_the_rows).parameters) == ["tmp_path"]


def test_an_empty_table_and_a_row_with_a_mark_are_refused() -> None:
    with pytest.raises(AssertionError, match="without rows"):
        each_row("number", [])
    with pytest.raises(AssertionError, match="test of its own"):
        each_row("number", [pytest.param(1, marks=pytest.mark.xfail)])
