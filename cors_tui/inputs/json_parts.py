"""Parts of a JSON document, checked: every fault is one sentence that says what is wrong and where."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

Chosen = TypeVar("Chosen", bound=Enum)


class CaseError(ValueError):
    """A case that cannot be read; its text is one sentence for people."""


def mapping(value: object, where: str) -> Mapping[str, Any]:
    """A JSON object."""
    if not isinstance(value, dict):
        raise CaseError(f"{where} is not an object")
    return value


def text(value: object, where: str) -> str:
    """A JSON string."""
    if not isinstance(value, str):
        raise CaseError(f"{where} is not a string")
    return value


def flag(value: object, where: str) -> bool:
    """A JSON boolean."""
    if not isinstance(value, bool):
        raise CaseError(f"{where} is neither true nor false")
    return value


def whole_number(value: object, where: str, least: int, most: int) -> int:
    """A JSON number without a fraction, between `least` and `most`."""
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise CaseError(f"{where} is not a whole number from {least} to {most}")
    return value


def choice(value: object, where: str, options: type[Chosen]) -> Chosen:
    """The member of an enumeration that has this value."""
    if isinstance(value, str):
        member = options._value2member_map_.get(value)
        if isinstance(member, options):
            return member
    raise CaseError(f"{where} is not one of {', '.join(str(option.value) for option in options)}")


def pairs(value: object, where: str) -> tuple[tuple[str, str], ...]:
    """A list of [name, value] pairs of strings."""
    if not isinstance(value, list):
        raise CaseError(f"{where} is not a list")
    return tuple(_pair(item, where) for item in value)


def _pair(item: object, where: str) -> tuple[str, str]:
    if isinstance(item, list) and len(item) == 2 and isinstance(item[0], str) and isinstance(item[1], str):
        return item[0], item[1]
    raise CaseError(f"{where} holds something that is no [name, value] pair")
