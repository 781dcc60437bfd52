"""What a pasted console text says, in any engine's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.browsers.messages.assembling import agree, merged, readings
from cors_tui.browsers.messages.libraries import find_libraries
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.standards.verdict import Refusal


def read_console(text: str) -> tuple[Reading, ...]:
    """Every failure that `text` reports, the most telling first; nothing for a text that is not understood.

    Readings with a refusal come first, then those that only say *blocked*, then network errors; generic lines are read
    only where nothing else is, and are not certain. A companion line is merged into the failure it belongs to. Never
    raises; time is linear in the text.
    """
    every = [reading for browser in known_browsers().values() for reading in browser.read(text)]
    certain = [reading for reading in every if reading.certain]
    if not certain:
        return _generic(every, readings(Pasted.of(text), "", (find_libraries,)))
    return tuple(sorted(_with_companions(certain), key=_rank))


def _generic(browsers: Sequence[Reading], libraries: Sequence[Reading]) -> tuple[Reading, ...]:
    """The browser's word for any failure before a library's, with the URL that the library names."""
    url = next((reading.url for reading in libraries if reading.url), "")
    said = [*browsers, *libraries][:1]
    return tuple(reading if reading.url else replace(reading, url=url) for reading in said)


def _rank(reading: Reading) -> int:
    if reading.refusal in (None, Refusal.NETWORK):
        return 2 if reading.network or reading.refusal else 1
    return 0


def _with_companions(readings: Sequence[Reading]) -> list[Reading]:
    """A line that names no cause goes into the refusal of the same URL, wherever in the text it stood."""
    kept = [reading for reading in readings if not _is_companion(reading)]
    for companion in filter(_is_companion, readings):
        for index, reading in enumerate(kept):
            told = replace(companion, engine=reading.engine)
            if reading.refusal and reading.url == companion.url and agree(reading, told):
                kept[index] = merged(reading, told)
                break
        else:
            kept.append(companion)
    return kept


def _is_companion(reading: Reading) -> bool:
    return reading.refusal is None and reading.network in ("", "ERR_FAILED")
