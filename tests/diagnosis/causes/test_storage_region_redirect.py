"""storage-region-redirect: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.storage_region_redirect import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any redirect": facts(call(), actual=answer(301, "Location: /a")),
    "s3 answers": facts(call(), actual=answer(200, "Server: AmazonS3")),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a temporary one": (CAUSE.example(), Certainty.PROVEN, "region"),
    "a permanent one": (
        facts(call("PUT", body="a"), preflight=answer(301, body="<Code>PermanentRedirect</Code>")),
        Certainty.PROVEN,
        "another region",
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
