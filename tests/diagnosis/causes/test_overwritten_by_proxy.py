"""overwritten-by-proxy: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.overwritten_by_proxy import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts


def preflights(through: str, methods: str, *, max_age: bool = False) -> Facts:
    """A PUT: the preflight's answer in front has the line `through`, the origin server's own has `methods`."""
    more = ("Access-Control-Max-Age: 600",) if max_age else ()
    direct = answer(204, *allows(), f"Access-Control-Allow-Methods: {methods}", *more)
    asked = call("PUT", body="a")
    return facts(
        asked,
        preflight=answer(204, *allows(), through),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [direct]},
    )


def credentials(through: str, direct: str = "true") -> Facts:
    """A request with cookies: what Allow-Credentials says in front, and straight from the origin server."""
    name = "Access-Control-Allow-Credentials"
    return facts(
        call(cookies=True),
        actual=answer(200, *allows(), f"{name}: {through}"),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows(), f"{name}: {direct}")]},
    )


NEAR_MISSES: dict[str, Facts] = {
    "the same on both ways": facts(
        call(),
        actual=answer(200, *allows("https://other.example")),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows("https://other.example"))]},
    ),
    "the preflight's list is right on neither way": preflights("Access-Control-Allow-Methods: GET", "POST"),
    "a list is gone": preflights("X-Other: 1", "GET, PUT"),
    "more than the list differs": preflights("Access-Control-Allow-Methods: GET", "GET, PUT", max_age=True),
    "two values, which another cause says": credentials("true, true"),
    "right on both ways": credentials("true"),
    "wrong on both ways": credentials("false", "false"),
    "stripped": facts(
        call(),
        actual=answer(200),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(200, *allows())]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "another word than true": (credentials("false"), Certainty.PROVEN, "Access-Control-Allow-Credentials: true"),
    "the list of the preflight": (
        preflights("Access-Control-Allow-Methods: GET", "GET, PUT"),
        Certainty.PROVEN,
        "Access-Control-Allow-Methods",
    ),
    "another value": (CAUSE.example(), Certainty.PROVEN, "over it"),
    "a wildcard over the origin": (
        facts(
            call(cookies=True),
            actual=answer(200, *allows("*")),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(200, *allows(), "Access-Control-Allow-Credentials: true")]},
        ),
        Certainty.PROVEN,
        "layer in front",
    ),
}


@pytest.mark.parametrize("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, certainty, words = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is certainty
    assert words in finding.says
