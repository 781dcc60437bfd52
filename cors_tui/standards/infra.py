"""Small parts that several standards share: HTTP tokens, whitespace, header values.

https://infra.spec.whatwg.org/ and https://httpwg.org/specs/rfc9110.html
"""

from __future__ import annotations

import re

HTTP_TAB_OR_SPACE = " \t"
HTTP_WHITESPACE = " \t\r\n"

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_NEVER_IN_VALUES = re.compile(r"[\x00\r\n]")
_UPPER = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")


def is_token(text: str) -> bool:
    """https://httpwg.org/specs/rfc9110.html#tokens"""
    return _TOKEN.fullmatch(text) is not None


def normalize_value(value: str) -> str:
    """The value less leading and trailing HTTP whitespace.

    https://fetch.spec.whatwg.org/#concept-header-value-normalize
    """
    return value.strip(HTTP_WHITESPACE)


def is_header_value(value: str) -> bool:
    """https://fetch.spec.whatwg.org/#header-value"""
    return value == value.strip(HTTP_TAB_OR_SPACE) and _NEVER_IN_VALUES.search(value) is None and is_latin1(value)


def is_latin1(text: str) -> bool:
    """Whether every character is one byte; script's strings that are not throw in the binding layer."""
    return text.isascii() or all(ord(character) < 0x100 for character in text)


def byte_upper(text: str) -> str:
    """https://infra.spec.whatwg.org/#byte-uppercase"""
    return text.translate(_UPPER)


def byte_lower(text: str) -> str:
    """https://infra.spec.whatwg.org/#byte-lowercase"""
    return text.lower() if text.isascii() else text.translate(_LOWER)
