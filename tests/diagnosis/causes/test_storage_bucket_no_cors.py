"""storage-bucket-no-cors: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.storage_bucket_no_cors import CAUSE
from cors_tui.diagnosis.examples import JSON, allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "any 403": facts(call(), actual=answer(403)),
    "the bucket lets the page in": facts(
        call(url="https://storage.googleapis.com/b/a.png"), actual=answer(200, *allows())
    ),
    "an error that lets the page in": facts(
        call("PUT", body="a", url="https://storage.googleapis.com/b/a.png"),
        preflight=answer(200, *allows(), "Access-Control-Allow-Methods: PUT"),
        actual=answer(403, *allows()),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "s3": (CAUSE.example(), Certainty.PROVEN, "Amazon S3"),
    "r2": (
        facts(call("PUT", body="a", url="https://a.r2.cloudflarestorage.com/b"), preflight=answer(403)),
        Certainty.LIKELY,
        "R2",
    ),
    "firebase": (
        facts(
            call("POST", JSON, body="{}", url="https://firebasestorage.googleapis.com/v0/b/a/o"), preflight=answer(404)
        ),
        Certainty.LIKELY,
        "does not exist",
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
