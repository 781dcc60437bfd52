"""The entries of a HAR one at a time, so that the file's size does not matter."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from itertools import chain
from typing import IO

from cors_tui.inputs.json_parts import CaseError

LONGEST_ENTRY = 64 << 20
"""Characters of one entry; a longer one is not read."""

_CHUNK = 1 << 16


def entries_of(start: bytes, file: IO[bytes]) -> Iterator[object]:
    """Each member of ``log.entries``, decoded one at a time; a `CaseError` ends it when the file is not complete."""
    read = codecs.getincrementaldecoder("utf-8-sig")("replace")
    chunks = (read.decode(chunk) for chunk in chain((start,), iter(lambda: file.read(_CHUNK), b"")))
    buffer = ""
    for chunk in chunks:
        buffer += chunk
        at = buffer.find('"entries"')
        opened = buffer.find("[", at) if at >= 0 else -1
        if opened >= 0:
            buffer = buffer[opened + 1 :]
            break
    else:
        yield CaseError("the HAR has no list of entries")
        return
    yield from _members(buffer, chunks)


def _members(buffer: str, chunks: Iterator[str]) -> Iterator[object]:
    """The members of a list whose text goes on in `chunks`."""
    decoder = json.JSONDecoder()
    needed, ended = 0, False
    while True:
        buffer = buffer.lstrip(" \t\r\n,")
        if buffer.startswith("]"):
            return
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
            return
        ended = not chunk
        buffer += chunk
