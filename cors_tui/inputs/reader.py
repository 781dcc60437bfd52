"""A reader: one kind of text that people paste, and what was understood of it. One file each in
`cors_tui/inputs/readers/`, binding ``READER``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace

from cors_tui import registry
from cors_tui.browsers.browser import Reading
from cors_tui.case import Call, Connection
from cors_tui.standards.response import Response

LONGEST = 4 * 1024 * 1024
"""Characters of a paste that are read; what follows is kept by the caller, and said to be left out."""

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a text was understood as, for the person to correct.

    `kind` is console, curl, code, har, headers, url or unknown. `calls` are the requests it describes. `connection`
    holds what it says about how to reach them, as changes of the default `Connection`. `readings` are a console's
    failures, `responses` the answers a header dump shows. `says` and `missed` are sentences: what was understood, and
    what was not (or not done: nothing is run, expanded or fetched).
    """

    kind: str
    calls: tuple[Call, ...] = ()
    connection: Connection = field(default_factory=Connection)
    readings: tuple[Reading, ...] = ()
    responses: tuple[Response, ...] = ()
    says: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    def connection_onto(self, base: Connection) -> Connection:
        """`base` with every setting the text speaks of."""
        default = Connection()
        said = {one.name: getattr(self.connection, one.name) for one in fields(Connection)}
        return replace(base, **{name: value for name, value in said.items() if value != getattr(default, name)})


@dataclass(frozen=True, slots=True)
class Reader:
    """One kind of text. `claim` says how surely a text is of this kind, from 0.0 to 1.0; `read` reads it.

    Neither raises for any text, and both take time in proportion to its length.
    """

    kind: str
    claim: Callable[[str], float]
    read: Callable[[str], Understood]


def known_readers() -> dict[str, Reader]:
    """Every reader by name."""
    return registry.entries("cors_tui.inputs.readers", "READER", Reader)
