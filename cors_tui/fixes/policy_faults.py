"""A policy is judged before it becomes code: every fault at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.name_faults import expose_faults, header_faults, max_age_faults, method_faults
from cors_tui.fixes.origin_faults import origin_faults
from cors_tui.fixes.pattern_faults import pattern_faults
from cors_tui.policy import CorsPolicy

EVERYBODY = "*"

_PARTS_OF_OBJECTS = frozenset(
    {
        *("constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"),
        *("toLocaleString", "toString", "valueOf"),
    }
)


class PolicyRefusedError(ValueError):
    """The policy has grave `faults`, so there is no code for it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__(" ".join(fault.sentence for fault in faults))
        self.faults = faults


def policy_faults(policy: CorsPolicy) -> tuple[Fault, ...]:
    """Every fault of `policy`, in the order of its fields, the ones that are not grave included."""
    return tuple(_faults(policy))


def grave_faults(policy: CorsPolicy) -> tuple[Fault, ...]:
    """The faults that keep `policy` from becoming code."""
    return tuple(fault for fault in _faults(policy) if fault.grave)


def sound(policy: CorsPolicy, kept: CorsPolicy) -> CorsPolicy:
    """`policy` less the entries that have a grave fault; those that `kept` has stay, faulty or not.

    For a policy that takes over what a server says already: its mistakes must not keep the rest from becoming code.
    """
    faulty = {(fault.place, fault.value) for fault in grave_faults(policy)}
    lists: dict[str, Any] = {
        place: tuple(
            value for value in getattr(policy, place) if (place, value) not in faulty or value in getattr(kept, place)
        )
        for place in ("origins", "patterns", "methods", "headers", "expose")
    }
    return replace(policy, **lists)


def refuse(faults: tuple[Fault, ...]) -> None:
    """Raise `PolicyRefusedError` when one of `faults` is grave."""
    grave = tuple(fault for fault in faults if fault.grave)
    if grave:
        raise PolicyRefusedError(grave)


def _faults(policy: CorsPolicy) -> Iterator[Fault]:
    yield from _who_faults(policy)
    for origin in dict.fromkeys(policy.origins):
        if origin != EVERYBODY:
            yield from origin_faults(origin, credentials=policy.credentials)
    for pattern in dict.fromkeys(policy.patterns):
        yield from pattern_faults(pattern, credentials=policy.credentials)
    yield from method_faults(policy.methods, credentials=policy.credentials)
    yield from header_faults(policy.headers, credentials=policy.credentials)
    yield from expose_faults(policy.expose, credentials=policy.credentials)
    yield from max_age_faults(policy.max_age)


def _who_faults(policy: CorsPolicy) -> Iterator[Fault]:
    if policy.from_env and not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", policy.from_env):
        why = "it cannot be the name of an environment variable"
        yield Fault("environment-name", "from_env", policy.from_env, why, "write CORS_ORIGINS")
    elif policy.from_env in _PARTS_OF_OBJECTS or policy.from_env.startswith("__"):
        why = "every object of JavaScript has a part of this name, its environment included"
        yield Fault("environment-name", "from_env", policy.from_env, why, "write CORS_ORIGINS")
    if not (policy.origins or policy.patterns or policy.from_env):
        yield Fault("nobody", "origins", "", "nobody may call", "add an origin such as https://app.example.com")
    if EVERYBODY not in policy.origins:
        return
    if policy.credentials:
        why = "browsers refuse `*` with credentials, and reflecting every origin would let every site act as the person"
        yield Fault("wildcard-with-credentials", "origins", EVERYBODY, why, "list the origins that may call")
    elif len(set(policy.origins)) > 1 or policy.patterns:
        why = "it lets everybody in, so the other entries mean nothing"
        yield Fault("wildcard-among-others", "origins", EVERYBODY, why, "write `*` alone, or the list without it")
    if policy.from_env:
        why = "the snippet takes no `*` from the environment"
        yield Fault("wildcard-from-environment", "origins", EVERYBODY, why, "list the origins, or leave from_env out")
