"""Header lists: ordered, with duplicates, one character a byte (latin-1).

https://fetch.spec.whatwg.org/#concept-header-list
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

HeaderPair = tuple[str, str]

_HTTP_TAB_OR_SPACE = " \t"


@dataclass(frozen=True, slots=True)
class HeaderList:
    """An ordered list of (name, value) pairs as they stood on the wire; nothing is merged, folded or trimmed."""

    pairs: tuple[HeaderPair, ...] = ()
    _found: dict[str, tuple[str, ...]] | None = field(default=None, init=False, repr=False, compare=False)

    @classmethod
    def of(cls, pairs: Iterable[Iterable[str]]) -> HeaderList:
        """From any iterable of two-element iterables."""
        return cls(tuple((name, value) for name, value in pairs))

    def __iter__(self) -> Iterator[HeaderPair]:
        return iter(self.pairs)

    def __len__(self) -> int:
        return len(self.pairs)

    def __contains__(self, name: object) -> bool:
        if not self.pairs or not isinstance(name, str):
            return False
        lower = name.lower()
        if self._found is not None:
            return lower in self._found
        # One look is cheaper than a table for many.
        return any(found.lower() == lower for found, _ in self.pairs)

    def get_all(self, name: str) -> tuple[str, ...]:
        """Every value of `name`, in order, trimmed of SP and TAB only."""
        return (self._found or self._by_name()).get(name.lower(), ())

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

    def _by_name(self) -> dict[str, tuple[str, ...]]:
        """The values of every name in lower case, trimmed."""
        # Kept after the first look: one list is looked at for a dozen names, by four engines. It is no part of the
        # value, so the list stays immutable to everybody else.
        if self._found is None:
            values: dict[str, list[str]] = {}
            for name, value in self.pairs:
                values.setdefault(name.lower(), []).append(value.strip(_HTTP_TAB_OR_SPACE))
            found = {name: tuple(each) for name, each in values.items()}
            object.__setattr__(self, "_found", found)
            return found
        return self._found
