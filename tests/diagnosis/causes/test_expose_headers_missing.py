"""expose-headers-missing: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.expose_headers_missing import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "nobody asked for it": facts(call(), actual=answer(200, *allows(), "X-Total: 7")),
    "it is exposed": facts(
        call(),
        actual=answer(200, *allows(), "X-Total: 7", "Access-Control-Expose-Headers: x-total"),
        answers={"reads-header": "X-Total"},
    ),
    "it is always readable": facts(
        call(), actual=answer(200, *allows(), "Expires: 0"), answers={"reads-header": "Expires"}
    ),
    "it is not on the wire": facts(call(), actual=answer(200, *allows()), answers={"reads-header": "X-Total"}),
    "the answer itself is blocked": facts(
        call(), actual=answer(200, "X-Total: 7"), answers={"reads-header": "X-Total"}
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the console says so": (CAUSE.example(), Certainty.PROVEN, "Content-Disposition"),
    "the person says so": (
        facts(call(), actual=answer(200, *allows(), "X-Total: 7"), answers={"reads-header": "X-Total"}),
        Certainty.PROVEN,
        "X-Total",
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
