"""The entries of a HAR one at a time, so that the file's size does not matter."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Generator, Iterator
from itertools import chain
from typing import IO

from cors_tui.inputs.json_parts import CaseError

LONGEST_ENTRY = 64 << 20
"""Characters of one entry; a longer one is not read."""

_CHUNK = 1 << 16
_OPENED = re.compile(r'"entries"\s{0,64}:\s{0,64}\[')
_BEGUN = re.compile(r'\{\s{0,64}"log"\s{0,64}:')
_LONGEST_MARK = 200
"""Characters of the longest place that a pattern may match, kept when the next chunk is read."""


def entries_of(start: bytes, file: IO[bytes]) -> Iterator[object]:
    """Each member of ``log.entries``, decoded one at a time; a `CaseError` ends it when the file is not complete.

    Where several HARs stand one behind the other, the entries of all.
    """
    read = codecs.getincrementaldecoder("utf-8-sig")("replace")
    chunks = (read.decode(chunk) for chunk in chain((start,), iter(lambda: file.read(_CHUNK), b"")))
    rest = _after(_OPENED, "", chunks)
    if rest is None:
        yield CaseError("the HAR has no list of entries")
    while rest is not None:
        rest = yield from _members(rest, chunks)
        begun = None if rest is None else _after(_BEGUN, rest, chunks)
        rest = None if begun is None else _after(_OPENED, begun, chunks)


def _after(pattern: re.Pattern[str], buffer: str, chunks: Iterator[str]) -> str | None:
    """What follows the next place where `pattern` stands; None where the text ends before."""
    while not (found := pattern.search(buffer)):
        chunk = next(chunks, None)
        if chunk is None:
            return None
        buffer = buffer[-_LONGEST_MARK:] + chunk
    return buffer[found.end() :]


def _members(buffer: str, chunks: Iterator[str]) -> Generator[object, None, str | None]:
    """The members of a list whose text goes on in `chunks`. Returns what was read behind it, None where it broke."""
    decoder = json.JSONDecoder()
    needed, ended = 0, False
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if buffer.startswith("]"):
            return buffer
        if len(buffer) >= needed or ended:
            try:
                found, end = decoder.raw_decode(buffer)
            except (ValueError, RecursionError):
                needed = 2 * len(buffer)  # a long entry is not decoded again for every chunk
            else:
                buffer, needed = buffer[end:], 0
                yield found
                continue
        chunk = next(chunks, "")
        if (ended and not chunk) or len(buffer) > LONGEST_ENTRY:
            yield CaseError("the HAR ends in the middle of an entry, or an entry is no JSON")
            return None
        ended = not chunk
        buffer += chunk
