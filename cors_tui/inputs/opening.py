"""A file as text, however it was saved: packed with gzip, in UTF-16 as PowerShell writes, with a byte order mark."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from typing import IO, TYPE_CHECKING, cast

from cors_tui.inputs.har import is_har

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer as Buffer

    from cors_tui.inputs.reader import Understood

_START = 4096
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_TEXT = "The file holds bytes that are no text."


class _Again(io.RawIOBase):
    """A file whose beginning was read already; what breaks off in the middle ends there."""

    def __init__(self, start: bytes, file: IO[bytes]) -> None:
        self._start, self._file = start, file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Buffer, /) -> int:
        room = memoryview(buffer)
        taken, self._start = self._start[: len(room)], self._start[len(room) :]
        if not taken:
            try:
                taken = self._file.read(len(room))
            except (EOFError, zlib.error, gzip.BadGzipFile):
                return 0
        room[: len(taken)] = taken
        return len(taken)


def opened(file: IO[bytes]) -> IO[bytes]:
    """`file` to be read as UTF-8, whatever it was packed in. Nothing but its beginning is read yet.

    Where a packed file is damaged, it ends at the damage.
    """
    start = file.read(_START)
    source = io.BufferedReader(_Again(start, file))
    if start.startswith(_GZIP):
        unpacked = io.BufferedReader(_Again(b"", cast(IO[bytes], gzip.GzipFile(fileobj=source))))
        start = unpacked.read(_START)
        source = io.BufferedReader(_Again(start, unpacked))
    if start.startswith(_UTF_16):
        return cast(IO[bytes], codecs.EncodedFile(source, "utf-8", "utf-16", "replace"))
    return source


def read_opened(file: IO[bytes]) -> tuple[str, Understood]:
    """The text of a file and what it is understood as; a HAR of any size is streamed, and its text not kept.

    A file that is no text is not understood, and that is said. Raises `OSError` where it cannot be read.
    """
    # Readers are loaded here, and not for the one that asks for a file's bytes.
    from cors_tui.inputs.reader import LONGEST, UNKNOWN, Understood
    from cors_tui.inputs.reading import read_input

    file = opened(file)
    start = file.read(_START)
    if start.startswith(_ZIP):
        return "", Understood(UNKNOWN, missed=("The file is a ZIP archive: unpack it, and read the file in it.",))
    if is_har(start):
        from cors_tui.inputs.har_failures import read_har

        return "", read_har(start, file)
    if _is_binary(start):
        return "", Understood(UNKNOWN, missed=(_NO_TEXT,))
    text = (start + file.read(4 * LONGEST)).decode("utf-8-sig", "replace")
    return text, read_input(text)


def _is_binary(start: bytes) -> bool:
    """No text holds many NULs; a console's copy may hold one."""
    return start.count(0) > len(start) // 50
