"""What the fix step shows: the framework, the policy, and the proposal made of both. Pure."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

from cors_tui.fixes.fault import Fault
from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.policy import CorsPolicy
from cors_tui.session.fixing import (
    Proposal,
    is_repaired_by_code,
    propose,
    recognised_framework,
    remedies,
    suggested_policy,
)
from cors_tui.tui.view import View

EDITED = ("origins", "methods", "headers", "expose", "credentials", "max_age", "from_env")
"""The fields of a policy that a person edits, in the order of the editor."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is offered. `recognised` holds the bytes that gave the framework away, "" when it was chosen or guessed.

    `faults` are those of the policy; with a grave one there is no proposal. Where there is none, `elsewhere` holds
    the frameworks that have code for what helps.
    """

    frameworks: tuple[Framework, ...]
    framework: Framework | None
    recognised: str
    policy: CorsPolicy
    proposal: Proposal | None
    faults: tuple[Fault, ...] = ()
    elsewhere: tuple[Framework, ...] = ()


def offer(view: View) -> Offer:
    """The offer for the case as it stands: the chosen framework, else the recognised one where it can repair this or
    refuses the policy, else the first that can."""
    frameworks = tuple(known_frameworks().values())
    policy = shown_policy(view)
    first = next(iter(remedies(view.judgement)), None) if view.judgement else None
    found = recognised_framework(view.case, first.place if first else None)
    chosen = {each.name: each for each in frameworks}.get(view.case.answers.get("framework", ""))
    refuses = found is not None and any(fault.grave for fault in found[0].faults(policy))
    own = chosen or (found[0] if found and refuses else None)
    candidates = (own,) if own else (*((found[0],) if found else ()), *frameworks)
    proposals = ((each, _proposal(view, each, policy)) for each in candidates)
    nothing = (next(iter(candidates), None), None)
    framework, proposal = next((pair for pair in proposals if pair[1] is not None), nothing)
    recognised = found[1] if found and framework is found[0] else ""
    by_code = view.judgement is None or is_repaired_by_code(view.judgement)
    faults = framework.faults(policy) if framework and by_code else ()
    others = (each for each in frameworks if proposal is None and _proposal(view, each, policy) is not None)
    return Offer(frameworks, framework, recognised, policy, proposal, faults, tuple(others))


def without_edit(view: View, field: str) -> Offer:
    """The offer with `field` as it was before anything was edited; with "" for the field, all of them."""
    before = shown_policy(replace(view, policy=None))
    names = ("origins", "patterns") if field == "origins" else (field,)
    kept: dict[str, Any] = {name: getattr(before, name) for name in names if field}
    return offer(replace(view, policy=replace(shown_policy(view), **kept) if field else None))


def shown_policy(view: View) -> CorsPolicy:
    """What was edited, else the file's, else the least that makes the case work."""
    return view.policy or (view.given.policy if view.given else suggested_policy(view.case))


def _proposal(view: View, framework: Framework, policy: CorsPolicy) -> Proposal | None:
    if view.judgement is None:
        return None
    return propose(view.case, view.judgement, framework, policy, development=view.development)


def place_of_repair(view: View) -> str:
    """Where the first remedy is made and what it is, "" when none is known."""
    first = next(iter(remedies(view.judgement)), None) if view.judgement else None
    return f"{first.phrase}, {first.place.value}" if first else ""


def policy_text(policy: CorsPolicy, field: str) -> str:
    """The field as the editor shows it: lists with ", ", yes or no, seconds."""
    value = getattr(policy, field)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join((*policy.patterns, *value) if field == "origins" else value)
    return "" if value is None else str(value)


def with_text(policy: CorsPolicy, field: str, text: str) -> CorsPolicy:
    """The policy with `field` set from what was typed. An origin with a star in it is a pattern."""
    if field not in {each.name for each in fields(policy)}:
        return policy
    change: dict[str, Any] = {field: _parsed(field, text)}
    if field == "origins":
        typed = _words(text)
        change["origins"] = tuple(word for word in typed if "*" not in word or word == "*")
        change["patterns"] = tuple(word for word in typed if "*" in word and word != "*")
    return replace(policy, **change)


def _parsed(field: str, text: str) -> bool | int | str | tuple[str, ...] | None:
    if field == "credentials":
        return text.strip().lower() in ("yes", "y", "true", "on", "1")
    if field == "max_age":
        return int(text) if text.strip().isascii() and text.strip().isdigit() else None
    return text.strip() if field == "from_env" else _words(text)


def _words(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text.replace(",", " ").split()))
