"""A long table in one test: every row is tried, and every row that fails is reported by its name.

A row of `pytest.mark.parametrize` costs about three milliseconds of bookkeeping, in two processes. That is little for
a test and much for a row that takes a tenth of it; so a table of hundreds of small rows is one test.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import pytest

Test = Callable[..., Any]


def each_row(
    names: str | Sequence[str], rows: Iterable[Any], ids: Iterable[str] | Callable[[Any], str] | None = None
) -> Callable[[Test], Test]:
    """`pytest.mark.parametrize`, in its words, as one test. Fixtures are shared by the rows; a table is never empty."""
    names = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    table = list(_named(names, list(rows), ids))
    assert table, "a table without rows shows nothing"

    def decorate(test: Test) -> Test:
        async def run_async(**fixtures: Any) -> None:
            found = _Failures(len(table))
            for name, values in table:
                with found.of(name):
                    await test(**values, **fixtures)
            found.tell()

        def run(**fixtures: Any) -> None:
            found = _Failures(len(table))
            for name, values in table:
                with found.of(name):
                    test(**values, **fixtures)
            found.tell()

        return _in_place_of(test, run_async if inspect.iscoroutinefunction(test) else run, names)

    return decorate


class _Failures:
    """What went wrong in which row."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.found: list[Exception] = []
        self.names: list[str] = []

    def of(self, name: str) -> _Row:
        return _Row(self, name)

    def tell(self) -> None:
        if self.found:
            raise ExceptionGroup(f"{len(self.found)} of {self.count} rows: {', '.join(self.names)}", self.found)


class _Row:
    """Keeps the failure of one row and lets the next one run."""

    def __init__(self, failures: _Failures, name: str) -> None:
        self.failures = failures
        self.name = name

    def __enter__(self) -> None:
        """Nothing is prepared."""

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> bool:
        if isinstance(error, pytest.fail.Exception):
            error = AssertionError(str(error)).with_traceback(error.__traceback__)
        if not isinstance(error, Exception):
            return False
        error.add_note(f"row: {self.name}")
        self.failures.found.append(error)
        self.failures.names.append(self.name)
        return True


def _in_place_of(test: Test, run: Test, given: Sequence[str]) -> Test:
    """`run` under the name of `test`; pytest sees the arguments that the table does not give."""
    kept = [each for each in inspect.signature(test).parameters.values() if each.name not in given]
    for name in ("__name__", "__qualname__", "__module__", "__doc__"):
        setattr(run, name, getattr(test, name))
    run.__dict__["pytestmark"] = list(getattr(test, "pytestmark", ()))
    run.__signature__ = inspect.Signature(kept)  # type: ignore[attr-defined]
    return run


def _named(
    names: Sequence[str], rows: Sequence[Any], ids: Iterable[str] | Callable[[Any], str] | None
) -> Iterator[tuple[str, dict[str, Any]]]:
    titles = list(ids) if ids is not None and not callable(ids) else [""] * len(rows)
    assert len(titles) == len(rows)
    for row, title in zip(rows, titles, strict=True):
        values = _values(row, len(names))
        assert len(values) == len(names), row
        shown = title or getattr(row, "id", "") or " ".join(map(ids if callable(ids) else _short, values))
        yield str(shown), dict(zip(names, values, strict=True))


def _values(row: Any, count: int) -> tuple[Any, ...]:
    if hasattr(row, "values") and hasattr(row, "marks"):
        assert not row.marks, "a row with a mark of its own is a test of its own"
        return tuple(row.values)
    return (row,) if count == 1 else tuple(row)


def _short(value: Any) -> str:
    text = str(getattr(value, "name", value))
    return text if len(text) <= 60 else f"{text[:60]}…"
