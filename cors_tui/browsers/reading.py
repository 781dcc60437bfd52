"""What a pasted console text says, in any engine's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.browsers.messages.assembling import agree, merged, readings
from cors_tui.browsers.messages.libraries import find_libraries
from cors_tui.browsers.messages.pasted import Pasted, rejoined
from cors_tui.standards.verdict import Refusal


def read_console(text: str) -> tuple[Reading, ...]:
    """Every failure that `text` reports, the most telling first; nothing for a text that is not understood.

    Readings with a refusal come first, then those that only say *blocked*, then network errors; generic lines are read
    only where nothing else is, and are not certain. A companion line is merged into the failure it belongs to. Never
    raises; time is linear in the text.
    """
    found = _read(text)
    again = rejoined(text)
    better = found if again == text else _read(again)
    return better if _gains(better, found, surely=rejoined(text, surely=True) != text) else found


def _read(text: str) -> tuple[Reading, ...]:
    every = [reading for browser in known_browsers().values() for reading in browser.read(text)]
    certain = [reading for reading in every if reading.certain]
    if not certain:
        return _generic(every, readings(Pasted.of(text), "", (find_libraries,)))
    return tuple(sorted(_with_companions(certain), key=_rank))


def _is_whole(found: Sequence[Reading]) -> bool:
    """Whether the most telling failure says what was refused, and of what: then no line was broken within a word."""
    return bool(found) and found[0].refusal is not None and bool(found[0].url) and not found[0].url.endswith(":")


def _gains(rejoined_lines: Sequence[Reading], found: Sequence[Reading], *, surely: bool) -> bool:
    """Whether more was read of the lines that were made one: what was not whole is now, the origin is told, or (where
    the lines are `surely` a terminal's, since two words may else become one) a URL goes on."""
    if not _is_whole(rejoined_lines) or not _is_whole(found):
        return _is_whole(rejoined_lines)
    now, before = rejoined_lines[0], found[0]
    if now.refusal is not before.refusal and before.refusal is not Refusal.NETWORK:
        return False
    if not surely:
        return now.url == before.url and bool(now.origin) > bool(before.origin)
    goes_on = now.url.startswith(before.url) and now.origin.startswith(before.origin)
    return goes_on and (now.refusal, now.url, now.origin) != (before.refusal, before.url, before.origin)


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
