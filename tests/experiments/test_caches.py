"""The experiments with caches: what is sent, in which order."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.experiment import STRANGER, Experiment
from tests.experiments.cases import CASES, PAGE, SIMPLE, origins

ORIGINS = {
    "a, none, b": (experiments.A_NONE_B, SIMPLE, [PAGE, None, STRANGER]),
    "none first": (experiments.NONE_FIRST, SIMPLE, [None, PAGE]),
    "twice the same": (experiments.TWICE, SIMPLE, [PAGE, PAGE]),
}


@pytest.mark.parametrize("name", ORIGINS)
def test_the_origins_that_are_sent_in_order(name: str) -> None:
    each, case, wanted = ORIGINS[name]
    assert each.in_order
    assert origins(each.plan(case)) == wanted


@pytest.mark.parametrize("each", [experiments.PAST_THE_CACHE, experiments.A_NONE_B, experiments.TWICE])
def test_no_cache_keeps_a_post(each: Experiment) -> None:
    assert each.plan(CASES["a post"]) == ()


def test_past_the_cache_says_so_in_a_header_too() -> None:
    (wire,) = experiments.PAST_THE_CACHE.plan(SIMPLE)
    assert wire.headers.get("cache-control") == "no-cache"
