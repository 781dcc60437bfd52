"""A folder's files are its entries: there is no list to keep in step.

A package such as ``cors_tui.diagnosis.causes`` holds one entry a file; each file binds its entry to one agreed
name (``CAUSE``, ``FRAMEWORK``, ...). Adding a file adds the entry.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


@cache
def entry_names(package: str) -> tuple[str, ...]:
    """The module names inside `package`, sorted, without the private ones (``_name``)."""
    path = importlib.import_module(package).__path__
    return tuple(sorted(found.name for found in pkgutil.iter_modules(path) if not found.name.startswith("_")))


def entries(package: str, attribute: str, kind: type[T]) -> dict[str, T]:
    """Every module of `package` that binds `attribute`, as ``{module name: entry}`` in the order of the names.

    Raises `TypeError` when a module lacks the attribute or binds something that is not a `kind`: a file in the
    folder that is not an entry is a mistake, never skipped in silence.
    """
    return dict(_entries(package, attribute, kind))  # type: ignore[arg-type]  # every class is hashable


@cache
def _entries(package: str, attribute: str, kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    return tuple((name, entry(package, name, attribute, kind)) for name in entry_names(package))


def entry(package: str, name: str, attribute: str, kind: type[T]) -> T:
    """What the module `name` of `package` binds to `attribute`; raises `TypeError` as `entries` does."""
    bound = getattr(importlib.import_module(f"{package}.{name}"), attribute, None)
    if not isinstance(bound, kind):
        raise TypeError(f"{package}.{name} must bind {attribute} to a {kind.__name__}, not {bound!r}")
    return bound
