"""The order in which Chromium walks a request's headers: that of Blink's hash table, not the author's, not the sorted.

Of several headers that a preflight does not allow, Chromium names the first of this order. The table hashes names in
lower case, as UTF-16, by rapidhash, and looks for a free place in growing steps: the same on every machine and run.
https://source.chromium.org/chromium/chromium/src/+/main:third_party/blink/renderer/platform/wtf/hash_table.h
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

CLIENT_HINTS = ("sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform")
"""What Chromium itself puts into the table for a secure or loopback target."""

USER_AGENT = "user-agent"
"""What it always puts there."""

_SEED = 0xBDD89AA982704029
_SECRET = (0x2D358DCCAA6C78A5, 0x8BB84B93962EACC9, 0x4B33A62ED433D4A3)
_LOW = (1 << 64) - 1
_SMALLEST_TABLE = 8


def table_order(names: Iterable[str], *, with_hints: bool) -> tuple[str, ...]:
    """The author's `names` (lower case, a body's ``content-type`` among them) in the order Chromium walks them.

    `with_hints`: the target is secure or on loopback, so that client hints go into the same table.
    """
    authors = sorted(set(names))
    hints = CLIENT_HINTS if with_hints else ()
    size, entries = _SMALLEST_TABLE, []
    for name in [*authors, *(own for own in (*hints, USER_AGENT) if own not in authors)]:
        entries.append(name)
        if len(entries) * 2 >= size:  # full by half: twice as large, filled in the order of the old one
            entries, size = _laid_out(entries, size), size * 2
    wanted = set(authors)
    return tuple(name for name in _laid_out(entries, size) if name in wanted)


def _laid_out(names: Iterable[str], size: int) -> list[str]:
    """`names`, put one after the other into a table of `size` places (a power of two), in the order of the places."""
    table: list[str | None] = [None] * size
    for name in names:
        place, step = _hash(name) & (size - 1), 0
        while table[place] is not None:
            step += 1
            place = (place + step) & (size - 1)
        table[place] = name
    return [name for name in table if name is not None]


@lru_cache(maxsize=1024)
def _hash(name: str) -> int:
    """The lowest 24 bits of rapidhash over the name in UTF-16; never 0."""
    return _rapidhash(name.lower().encode("utf-16-le")) & 0xFFFFFF or 0x800000


def _rapidhash(data: bytes) -> int:
    """https://github.com/Nicoshev/rapidhash, version 1, with its default seed."""
    size, seed = len(data), _SEED
    seed ^= _mix(seed ^ _SECRET[0], _SECRET[1]) ^ size
    first, second, seed = _short(data, seed) if size <= 16 else _long(data, seed)
    product = (first ^ _SECRET[1]) * (second ^ seed)
    return _mix((product & _LOW) ^ _SECRET[0] ^ size, product >> 64 ^ _SECRET[1])


def _short(data: bytes, seed: int) -> tuple[int, int, int]:
    size = len(data)
    if size >= 4:
        last, gap = size - 4, (size & 24) >> (size >> 3)
        first = _read(data, 0, 4) << 32 | _read(data, last, 4)
        return first, _read(data, gap, 4) << 32 | _read(data, last - gap, 4), seed
    return (data[0] << 56 | data[size >> 1] << 32 | data[-1] if data else 0), 0, seed


def _long(data: bytes, seed: int) -> tuple[int, int, int]:
    at, left = 0, len(data)
    if left > 48:
        seeds = [seed, seed, seed]
        while left >= 48:
            for lane, secret in enumerate(_SECRET):
                start = at + 16 * lane
                seeds[lane] = _mix(_read(data, start) ^ secret, _read(data, start + 8) ^ seeds[lane])
            at, left = at + 48, left - 48
        seed = seeds[0] ^ seeds[1] ^ seeds[2]
    if left > 16:
        seed = _mix(_read(data, at) ^ _SECRET[2], _read(data, at + 8) ^ seed ^ _SECRET[1])
    if left > 32:
        seed = _mix(_read(data, at + 16) ^ _SECRET[2], _read(data, at + 24) ^ seed)
    end = len(data)
    return _read(data, end - 16), _read(data, end - 8), seed


def _read(data: bytes, at: int, size: int = 8) -> int:
    return int.from_bytes(data[at : at + size], "little")


def _mix(one: int, other: int) -> int:
    product = one * other
    return (product & _LOW) ^ (product >> 64)
