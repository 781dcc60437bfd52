"""A browser: its departures from the standard, its dressing of a request, and how it says a refusal.

One file an engine in `cors_tui/browsers/known/`, binding ``BROWSER``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cors_tui import registry
from cors_tui.standards.departures import NO_DEPARTURES, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Request, WireRequest
from cors_tui.standards.verdict import Outcome, Refusal


@dataclass(frozen=True, slots=True)
class ConsoleLine:
    """One line of a browser's console; `source` and `level` are the engine's own names."""

    text: str
    source: str
    level: str = "error"


@dataclass(frozen=True, slots=True)
class Reading:
    """What a console text says. Every field but `engine` and `refusal` is "" (or None) where the text does not hold it.

    `refusal` is None for a text that names no refusal (a generic line, a network error). `value` is the header value,
    method, header name or token it quotes. `network` is the ``net::ERR_…`` name. `certain` is False for generic lines.
    """

    engine: str
    refusal: Refusal | None = None
    url: str = ""
    origin: str = ""
    redirected_from: str = ""
    kind: str = ""
    value: str = ""
    status: int | None = None
    in_preflight: bool | None = None
    network: str = ""
    text: str = ""
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Browser:
    """An engine. `name` is chromium, firefox or webkit; `title` what people call it (Chromium, Firefox, Safari).

    `dress` gives all headers of a wire request in this engine's order and case, with its own (User-Agent,
    Sec-Fetch-*, ...). `write` gives the lines its console shows for an outcome, letter for letter. `read` gives what
    of a text is this engine's: one reading a failure, in the order of the text; empty when nothing is. `documented` are
    departures of the browser as people have it that the engine which was measured lacks.
    """

    name: str
    title: str
    version: str
    departures: Departures
    dress: Callable[[WireRequest, Request], HeaderList]
    write: Callable[[Outcome, Request], tuple[ConsoleLine, ...]]
    read: Callable[[str], tuple[Reading, ...]]
    documented: Departures = NO_DEPARTURES


def known_browsers() -> dict[str, Browser]:
    """Every engine by name, in the order of the names: chromium, firefox, webkit."""
    return registry.entries("cors_tui.browsers.known", "BROWSER", Browser)
