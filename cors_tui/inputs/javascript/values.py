"""Values that can be told from code without running it. What cannot be told stays as its own source text."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import quote_plus


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that only running the code would tell; `source` is the expression."""

    source: str


@dataclass(frozen=True, slots=True)
class Made:
    """An object of a known class: URL, Headers, Request, URLSearchParams, FormData, XMLHttpRequest, a client made by
    `axios.create`, ..., with the values it was made of."""

    kind: str
    given: tuple[Value, ...] = ()


@dataclass(slots=True)
class Fields:
    """An object literal: its members in order. `unknown` are spreads that could not be resolved."""

    members: dict[str, Value] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def get(self, *names: str) -> Value:
        """The first member of these names; undefined when there is none."""
        return next((self.members[name] for name in names if name in self.members), UNDEFINED)


class Undefined:
    """JavaScript's undefined."""


UNDEFINED = Undefined()
Value: TypeAlias = "str | float | bool | list[Value] | Fields | Made | Unknown | Undefined | None"

LONGEST_TEXT = 2_000_000
_LONGEST_SOURCE = 60


def shown(source: str) -> str:
    """An expression that was not resolved, as it stands in a text: ``${token}``."""
    plain = re.sub(r"\s+", " ", source.strip())
    if len(plain) > _LONGEST_SOURCE:
        plain = plain[: _LONGEST_SOURCE - 1] + "…"
    return "${" + plain.replace("{", "(").replace("}", ")") + "}"


def as_text(value: Value) -> str:
    """The value as JavaScript makes a string of it."""
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case None:
            return "null"
        case int() | float():
            return _number(value)
        case Unknown(source):
            return shown(source)
        case list():
            return ",".join(map(as_text, value))
        case Made("URLSearchParams", given):
            return "&".join(filter(None, map(form_text, given)))
        case Made("URL", given) if given:
            return as_text(given[0])
        case Undefined():
            return "undefined"
        case _:
            return "[object Object]"


def _number(value: float) -> str:
    return str(int(value)) if float(value).is_integer() and abs(value) < 1e21 else repr(value)


def form_text(value: Value) -> str:
    """What `URLSearchParams` makes of a value. https://url.spec.whatwg.org/#concept-urlencoded-serializer"""
    if isinstance(value, str):
        return value.removeprefix("?")
    return "&".join(f"{_quoted(name)}={_quoted(as_text(each))}" for name, each in pairs_of(value))


def _quoted(text: str) -> str:
    """Percent-encoded, but for what was not resolved: that stays readable."""
    pieces = re.split(r"(\$\{[^}]*\})", text)
    return "".join(p if p.startswith("${") else quote_plus(p, safe="*-._", errors="replace") for p in pieces)


def pairs_of(value: Value) -> list[tuple[str, Value]]:
    """The entries of an object, of a list of pairs, or of a `Headers`, `FormData` or `URLSearchParams` made of one."""
    if isinstance(value, Made):
        return [pair for given in value.given for pair in pairs_of(given)]
    if isinstance(value, Fields):
        return list(value.members.items())
    if isinstance(value, list):
        return [(as_text(each[0]), each[1]) for each in value if isinstance(each, list) and len(each) == 2]
    return []


def as_json(value: Value, depth: int = 0) -> str:
    """What `JSON.stringify` makes of a value; unresolved parts as strings."""
    if depth > 40:
        return '"…"'
    match value:
        case Fields():
            kept = ((n, v) for n, v in value.members.items() if not isinstance(v, Undefined))
            return "{" + ",".join(f"{_json_text(n)}:{as_json(v, depth + 1)}" for n, v in kept) + "}"
        case list():
            return "[" + ",".join(as_json(each, depth + 1) for each in value) + "]"
        case bool() | None:
            return as_text(value)
        case int() | float():
            return _number(value)
        case Made(kind, _) if kind not in ("URL",):
            return "{}"
        case Undefined():
            return "null"
        case _:
            return _json_text(as_text(value))


def _json_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
