"""Header lists: ordered, with duplicates, one character a byte (latin-1).

https://fetch.spec.whatwg.org/#concept-header-list
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

HeaderPair = tuple[str, str]

_HTTP_TAB_OR_SPACE = " \t"


@dataclass(frozen=True, slots=True)
class HeaderList:
    """An ordered list of (name, value) pairs as they stood on the wire; nothing is merged, folded or trimmed."""

    pairs: tuple[HeaderPair, ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[Iterable[str]]) -> HeaderList:
        """From any iterable of two-element iterables."""
        return cls(tuple((name, value) for name, value in pairs))

    def __iter__(self) -> Iterator[HeaderPair]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and name.lower() in _by_name(self.pairs)

    def get_all(self, name: str) -> tuple[str, ...]:
        """Every value of `name`, in order, trimmed of SP and TAB only."""
        return _by_name(self.pairs).get(name.lower(), ())

    def get(self, name: str) -> str | None:
        """The values of `name` joined by ``", "``, or None when absent.

        https://fetch.spec.whatwg.org/#concept-header-list-get
        """
        values = self.get_all(name)
        return ", ".join(values) if values else None

    def without(self, *names: str) -> HeaderList:
        """The list less every header with one of `names` (any case)."""
        unwanted = {name.lower() for name in names}
        return HeaderList(tuple(pair for pair in self.pairs if pair[0].lower() not in unwanted))

    def plus(self, name: str, value: str) -> HeaderList:
        """The list with one more pair at its end."""
        return HeaderList((*self.pairs, (name, value)))


@lru_cache(maxsize=2048)
def _by_name(pairs: tuple[HeaderPair, ...]) -> dict[str, tuple[str, ...]]:
    """The values of every name in lower case, trimmed; kept, because one response is looked at many times."""
    found: dict[str, list[str]] = {}
    for name, value in pairs:
        found.setdefault(name.lower(), []).append(value.strip(_HTTP_TAB_OR_SPACE))
    return {name: tuple(values) for name, values in found.items()}
