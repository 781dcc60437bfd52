"""mixed-content: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.mixed_content import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.session.judging import judge

NEAR_MISSES: dict[str, Facts] = {
    "https all the way": facts(call(), actual=answer(200)),
    "an http page": facts(
        call(url="http://api.example.com/a", origin="http://app.example.com"), actual=answer(200, *allows())
    ),
    "only warned of": facts(
        call(url="http://192.168.1.20/a", origin="http://192.168.1.5"),
        actual=answer(200, *allows()),
        pasted=[
            "Mixed Content: The page at 'https://a' was loaded over HTTPS, but requested an insecure resource "
            "'http://192.168.1.20/a'. This content should also be served over HTTPS."
        ],
    ),
    "loopback is exempt": facts(call(url="http://localhost:8000/a"), actual=answer(200)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "http from https": (CAUSE.example(), Certainty.PROVEN, "by https"),
    "the console says so": (
        facts(call(), actual=answer(200), pasted=["Mixed Content: The page at 'https://a' was loaded over HTTPS"]),
        Certainty.PROVEN,
        "by https",
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


@pytest.mark.parametrize(
    ("target", "says"),
    [
        pytest.param(
            "http://api.example.com",
            "http://api.example.com: browsers do not allow that and send nothing.",
            id="a name",
        ),
        pytest.param(
            "http://192.168.1.20",
            "http://192.168.1.20: Firefox and Safari do not allow that and send nothing; Chromium goes on.",
            id="a private address",
        ),
        pytest.param(
            "http://localhost:8000",
            "http://localhost: Safari does not allow that and sends nothing; Chromium and Firefox go on.",
            id="this machine",
        ),
    ],
)
def test_it_says_which_browsers_where_they_differ(target: str, says: str) -> None:
    case = facts(call(url=f"{target}/a", origin="https://192.168.1.5"), actual=answer(200)).case
    finding = next(each for each in judge(case).diagnosis.findings if each.cause == CAUSE.name)
    assert finding.says == f"The page comes by https and calls {says}"


def test_where_a_redirect_leads_is_what_is_named() -> None:
    leads = answer(302, *allows(), "Location: http://third.example.com/b")
    finding = CAUSE.detect(facts(call(), actual=[leads, answer(200)]))
    assert finding is not None
    assert finding.says.startswith("The page comes by https and is led to http://third.example.com: ")
    assert finding.evidence[0].quote == "http://third.example.com/b"
