"""redirect-not-followed: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.redirect_not_followed import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.request import Mode, RedirectMode

MOST = 20


def to(location: str, *, status: int = 302) -> Facts:
    return facts(call(), actual=[answer(status, f"Location: {location}", *allows("*")), answer(200, *allows("*"))])


def in_turn(*locations: str) -> Facts:
    return facts(call(), actual=[answer(302, f"Location: {each}", *allows("*")) for each in locations])


NEAR_MISSES: dict[str, Facts] = {
    "it leads where browsers go": to("/other"),
    "as often as browsers follow": facts(
        call(), actual=[*[answer(302, "Location: /b", *allows("*"))] * MOST, answer(200, *allows("*"))]
    ),
    "the redirect itself has no headers": facts(call(), actual=answer(302, "Location: javascript:alert(1)")),
    "a preflight is redirected": facts(
        call("PUT", body="a"), preflight=answer(302, "Location: http://u:p@b.example/", *allows())
    ),
    "a password within the page's own origin": facts(
        call(origin="https://api.example.com"),
        actual=[answer(302, "Location: https://u:p@api.example.com/b"), answer(200)],
    ),
    "an error with a Location": to("javascript:alert(1)", status=500),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a password in it": (CAUSE.example(), Certainty.PROVEN, "user name or password"),
    "a script": (to("javascript:alert(1)"), Certainty.PROVEN, "neither http nor https"),
    "a file": (to("file:///etc/passwd"), Certainty.PROVEN, "neither http nor https"),
    "no URL": (to("http://["), Certainty.PROVEN, "not a URL"),
    "back to itself": (in_turn(*["/users"] * (MOST + 1)), Certainty.PROVEN, "in a circle"),
    "on and on": (in_turn(*(f"/{n}" for n in range(MOST + 1))), Certainty.PROVEN, "more than the 20 times"),
    "the page forbids redirects": (
        facts(replace(call(), redirect=RedirectMode.ERROR), actual=answer(302, "Location: /b", *allows("*"))),
        Certainty.PROVEN,
        "redirect: 'error'",
    ),
    "the page wants its own origin only": (
        facts(
            replace(call(origin="https://api.example.com"), mode=Mode.SAME_ORIGIN),
            actual=[answer(302, "Location: https://b.example/"), answer(200)],
        ),
        Certainty.PROVEN,
        "mode: 'same-origin'",
    ),
}


def test_on_and_on_is_no_circle() -> None:
    found = CAUSE.detect(FOUND["on and on"][0])
    assert found is not None
    assert "circle" not in found.says


def test_what_the_page_forbids_is_changed_at_the_page() -> None:
    found = CAUSE.detect(FOUND["the page forbids redirects"][0])
    assert found is not None
    assert Remedy.STOP_REDIRECT not in found.remedies


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
