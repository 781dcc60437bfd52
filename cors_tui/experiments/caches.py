"""Experiments with caches: past them, twice the same, and mixed origins in order."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.experiment import STRANGER, Experiment
from cors_tui.experiments.making import actual, cacheable, fresh, own_origin
from cors_tui.standards.request import WireRequest


def _past_the_cache(case: Case) -> tuple[WireRequest, ...]:
    url = cacheable(case)
    if url is None:
        return ()
    wire = actual(case, own_origin(case), fresh(case, url))
    return (replace(wire, headers=wire.headers.plus("Cache-Control", "no-cache")),)


def _in_turn(case: Case, *origins: str | None) -> tuple[WireRequest, ...]:
    url = cacheable(case)
    if url is None:
        return ()
    asked = fresh(case, url)
    return tuple(actual(case, origin, asked) for origin in origins)


PAST_THE_CACHE = Experiment("past-the-cache", "past every cache — was it a stored answer?", _past_the_cache)
TWICE = Experiment(
    "twice",
    "the same twice — does a cache answer the second?",
    lambda case: _in_turn(case, own_origin(case), own_origin(case)),
    in_order=True,
)
A_NONE_B = Experiment(
    "a-none-b",
    "as you, as none, as a stranger — are they mixed up?",
    lambda case: _in_turn(case, own_origin(case), None, STRANGER),
    in_order=True,
)
NONE_FIRST = Experiment(
    "none-first",
    "without Origin, then as you — is the first one kept?",
    lambda case: _in_turn(case, None, own_origin(case)),
    in_order=True,
)
