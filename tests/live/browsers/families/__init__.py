"""Cases of every kind, not by chance: each family goes through all combinations of what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from tests.live.browsers.families import answers, asking, elements, neighbours, policies, reasons, redirects
from tests.live.browsers.families.making import Case

FAMILIES = {
    each.__name__.rpartition(".")[2]: each
    for each in (answers, asking, elements, neighbours, policies, reasons, redirects)
}


def cases(*names: str) -> Iterator[Case]:
    """The cases of the named families, of all when none is named."""
    return chain.from_iterable(FAMILIES[name].cases() for name in names or FAMILIES)
