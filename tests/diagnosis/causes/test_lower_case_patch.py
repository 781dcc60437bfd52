"""lower-case-patch: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.lower_case_patch import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "in capitals": facts(call("PATCH"), preflight=answer(204, *allows_all_of())),
    "not allowed in capitals either": facts(
        call("patch"), preflight=answer(204, *allows(), "Access-Control-Allow-Methods: PUT")
    ),
    "listed as it is written": facts(
        call("patch"), preflight=answer(204, *allows(), "Access-Control-Allow-Methods: patch")
    ),
    "browsers turn delete into capitals": facts(call("delete"), preflight=answer(204, *allows_all_of())),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "in lower case": (CAUSE.example(), Certainty.PROVEN, "`patch`"),
    "mixed": (facts(call("Patch"), preflight=answer(204, *allows_all_of())), Certainty.PROVEN, "`Patch`"),
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
