"""The CORS-preflight cache: what an earlier preflight allowed, and for how long.

https://fetch.spec.whatwg.org/#concept-cache
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import byte_lower
from cors_tui.standards.list_header import extract_list

MAX_AGE = "access-control-max-age"
DEFAULT_MAX_AGE = 5
"""Seconds a preflight's answer is kept without a usable Access-Control-Max-Age."""

_CAPS = (
    (Departure.MAX_AGE_CAPPED_AT_TEN_MINUTES, 600),
    (Departure.MAX_AGE_CAPPED_AT_TWO_HOURS, 7200),
    (Departure.MAX_AGE_CAPPED_AT_ONE_DAY, 86400),
)

_DELTA_SECONDS = re.compile(r"[0-9]+")
_SIGNED = re.compile(r"-[0-9]+")
_NON_WILDCARD = frozenset({"authorization"})


@dataclass(frozen=True, slots=True)
class Partition:
    """What an entry is kept under: the serialized request origin, the URL without fragment, and whether the request
    was in credentials mode "include"."""

    origin: str
    url: str
    credentials: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """What one preflight's answer allowed, for `seconds`: the standard's entries for it, kept together.

    https://fetch.spec.whatwg.org/#concept-cache-entry
    """

    partition: Partition
    seconds: int
    methods: tuple[str, ...] = ()
    headers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PreflightCache:
    """An immutable cache. It has no clock: `age` says how many seconds old its entries are."""

    entries: tuple[Entry, ...] = ()
    age: float = 0.0

    def allows(self, partition: Partition, method: str, names: tuple[str, ...], departures: Departures) -> bool:
        """Whether a request of `method` ("" when it needs no entry) with unsafe `names` needs no preflight.

        https://fetch.spec.whatwg.org/#concept-cache-match-method
        """
        if not self.entries:
            return False
        kept = [entry for entry in self.entries if entry.seconds > self.age and _matches(entry.partition, partition)]
        if not kept:
            return False
        star = not partition.credentials and Departure.CACHED_WILDCARD_IS_LITERAL not in departures
        methods = {each for entry in kept for each in entry.methods}
        headers = {byte_lower(each) for entry in kept for each in entry.headers}
        if method and method not in methods and not (star and "*" in methods):
            return False
        covered = () if Departure.CACHED_WILDCARD_COVERS_AUTHORIZATION in departures else _NON_WILDCARD
        return all(name in headers or (star and "*" in headers and name not in covered) for name in names)

    def plus(self, entry: Entry | None) -> PreflightCache:
        """The cache with one entry more; the same when there is none to add."""
        return PreflightCache((*self.entries, entry), self.age) if entry else self

    def without(self, partition: Partition) -> PreflightCache:
        """https://fetch.spec.whatwg.org/#concept-cache-clear"""
        gone = (partition.origin, partition.url)
        kept = (entry for entry in self.entries if (entry.partition.origin, entry.partition.url) != gone)
        return PreflightCache(tuple(kept), self.age)


EMPTY_CACHE = PreflightCache()


def _matches(kept: Partition, asked: Partition) -> bool:
    """https://fetch.spec.whatwg.org/#concept-cache-match"""
    return kept.origin == asked.origin and kept.url == asked.url and (kept.credentials or not asked.credentials)


def new_entry(partition: Partition, method: str, headers: HeaderList, departures: Departures) -> Entry | None:
    """What a preflight's answer adds: its lists, or `method` where it names no methods. None when it may not be kept.

    https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7.8 to 7.14
    """
    seconds = max_age(headers, departures)
    if seconds <= 0:
        return None
    methods = extract_list("access-control-allow-methods", headers)
    names = extract_list("access-control-allow-headers", headers)
    return Entry(partition, seconds, methods.items if methods else (method,), names.items if names else ())


def max_age(headers: HeaderList, departures: Departures) -> int:
    """Seconds the answer is kept: as long as the server lets it, up to the engine's own cap.

    https://fetch.spec.whatwg.org/#cors-preflight-fetch-0, steps 7.8 and 7.9
    """
    said = headers.get(MAX_AGE)
    if not said:  # absent or, to every engine, empty
        return DEFAULT_MAX_AGE
    if _DELTA_SECONDS.fullmatch(said):
        seconds = int(said.lstrip("0")[:9] or "0")
        return min([seconds, *(cap for departure, cap in _CAPS if departure in departures)])
    if _SIGNED.fullmatch(said) and Departure.NEGATIVE_MAX_AGE_IS_ZERO in departures:
        return 0
    return 0 if Departure.UNPARSABLE_MAX_AGE_IS_ZERO in departures else DEFAULT_MAX_AGE
