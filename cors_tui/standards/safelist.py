"""Request headers that need no preflight, and the names that do.

https://fetch.spec.whatwg.org/#cors-safelisted-request-header
"""

from __future__ import annotations

import re
from functools import lru_cache

from cors_tui.standards.departures import Departure, Departures
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import byte_lower
from cors_tui.standards.mime_type import essence

_LARGEST = (19, "9223372036854775807")

LONGEST_VALUE = 128
LONGEST_SUM = 1024

_UNSAFE_BYTES = re.compile(r'[\x00-\x08\x0a-\x1f"():<>?@\[\\\]{}\x7f]')
_LANGUAGE_BYTES = re.compile(r"[0-9A-Za-z *,\-.;=]*")
_RANGE = re.compile(r"bytes=([0-9]+)-([0-9]*)")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)?")
_EMPTY_PARAMETER = re.compile(r";[ \t]*;")
_DIGITS = re.compile(r"[0-9]+")
CLIENT_HINTS = {
    "dpr": _NUMBER,
    "width": _DIGITS,
    "viewport-width": _DIGITS,
    "device-memory": _NUMBER,
    "rtt": _DIGITS,
    "downlink": _NUMBER,
    "ect": re.compile(r"slow-2g|2g|3g|4g"),
    "save-data": re.compile(r"[Oo][Nn]"),
    "intervention": re.compile(r".*"),
}
_FORM_TYPES = frozenset({"application/x-www-form-urlencoded", "multipart/form-data", "text/plain"})


def has_unsafe_byte(value: str) -> bool:
    """https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte"""
    return _UNSAFE_BYTES.search(value) is not None


def is_simple_range(value: str) -> bool:
    """One range with a start, its end (if any) not below it.

    https://fetch.spec.whatwg.org/#simple-range-header-value
    """
    match = _RANGE.fullmatch(value)
    if match is None:
        return False
    start, end = match.groups()
    return not end or _number(start) <= _number(end)


def _number(digits: str) -> tuple[int, str]:
    # Python refuses to read integers beyond 4300 digits; length and text of the stripped digits compare alike.
    digits = digits.lstrip("0")
    return len(digits), digits


@lru_cache(maxsize=8192)
def is_safelisted(name: str, value: str) -> bool:
    """Whether (name, value) is a CORS-safelisted request-header.

    https://fetch.spec.whatwg.org/#cors-safelisted-request-header
    """
    if len(value) > LONGEST_VALUE:
        return False
    match byte_lower(name):
        case "accept":
            return not has_unsafe_byte(value)
        case "accept-language" | "content-language":
            return _LANGUAGE_BYTES.fullmatch(value) is not None
        case "content-type":
            return not has_unsafe_byte(value) and essence(value) in _FORM_TYPES
        case "range":
            return is_simple_range(value)
    return False


@lru_cache(maxsize=4096)
def unsafe_names(headers: HeaderList, departures: Departures) -> tuple[str, ...]:
    """The names that need a preflight: lower case, unique, sorted by byte.

    https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
    """
    unsafe: set[str] = set()
    safe: list[str] = []
    total = 0
    for name, value in headers:
        if needs_no_preflight(name, value, departures):
            safe.append(byte_lower(name))
            total += len(value)
        else:
            unsafe.add(byte_lower(name))
    if total > LONGEST_SUM:
        unsafe.update(safe)
    return tuple(sorted(unsafe))


def needs_no_preflight(name: str, value: str, departures: Departures) -> bool:
    """Whether one header is safelisted in an engine with `departures`."""
    lower = byte_lower(name)
    if Departure.CLIENT_HINTS_SAFELISTED in departures and lower in CLIENT_HINTS:
        return is_client_hint(lower, value)
    if lower == "range":
        return _range_needs_none(value, departures)
    if lower in ("accept", "content-type") and not value.isascii() and Departure.HIGH_BYTES_UNSAFE in departures:
        return False
    if lower == "content-type" and "," in value and Departure.COMMA_IN_CONTENT_TYPE_UNSAFE in departures:
        return False
    if lower == "content-type" and Departure.EMPTY_PARAMETER_UNSAFE in departures and _EMPTY_PARAMETER.search(value):
        return False
    return is_safelisted(lower, value)


def _range_needs_none(value: str, departures: Departures) -> bool:
    if Departure.RANGE_UNIT_ANY_CASE in departures:
        value = f"{value[:5].lower()}{value[5:]}"
    if Departure.RANGE_FITS_64_BITS in departures and any(
        _number(digits) > _LARGEST for digits in _DIGITS.findall(value)
    ):
        return False
    return is_safelisted("range", value)


def is_client_hint(name: str, value: str) -> bool:
    """Whether (name, value) is a client hint that Chromium sends without a preflight.

    https://wicg.github.io/responsive-image-client-hints/
    """
    return len(value) <= LONGEST_VALUE and CLIENT_HINTS[name].fullmatch(value) is not None
