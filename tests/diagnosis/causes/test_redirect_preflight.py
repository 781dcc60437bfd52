"""redirect-preflight: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.redirect_preflight import CAUSE
from cors_tui.diagnosis.examples import allows, allows_all_of, answer, call, facts
from cors_tui.experiment import Experiment
from cors_tui.experiments import SLASH_VARIANT, WWW_VARIANT
from cors_tui.remedy import Remedy

NEAR_MISSES: dict[str, Facts] = {
    "a redirect that may be followed": facts(
        call(), actual=[answer(301, "Location: /users/", *allows()), answer(200, *allows())]
    ),
    "not modified is no redirect": facts(call(), actual=answer(304)),
    "a redirect without Location": facts(call(), actual=answer(302)),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "a slash is wanted": (CAUSE.example(), Certainty.PROVEN, "is wanted"),
    "www is wanted": (
        facts(call(url="https://example.com/a"), actual=answer(301, "Location: https://www.example.com/a")),
        Certainty.PROVEN,
        "with www",
    ),
    "good headers do not help a preflight": (
        facts(call("PUT", body="a"), preflight=answer(307, "Location: /b", *allows_all_of())),
        Certainty.PROVEN,
        "another path",
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
    ("where", "wanted"),
    [
        ("/users/", (Remedy.CHANGE_URL, Remedy.STOP_REDIRECT)),
        ("https://api.example.com/v2", (Remedy.CHANGE_URL, Remedy.STOP_REDIRECT)),
        ("https://www.api.example.com/users", (Remedy.CHANGE_URL,)),
        ("https://api.example.com:8443/users", (Remedy.CHANGE_URL,)),
    ],
)
def test_the_server_cannot_answer_for_another_origin(where: str, wanted: tuple[Remedy, ...]) -> None:
    """Answering OPTIONS before the redirect would only show the redirect of the request itself."""
    finding = CAUSE.detect(facts(call("PUT", body="a"), preflight=answer(301, f"Location: {where}")))
    assert finding is not None
    assert finding.remedies == wanted


@pytest.mark.parametrize(
    ("target", "to", "experiment"),
    [
        ("https://api.example.com/users", "/users/", SLASH_VARIANT),
        ("https://example.com/users", "https://www.example.com/users", WWW_VARIANT),
    ],
)
def test_that_the_other_address_lets_the_page_in_is_shown(target: str, to: str, experiment: Experiment) -> None:
    """Only where it does, and only of the address the redirect leads to."""
    for there, shown in ((answer(200, *allows()), True), (answer(200), False)):
        seen = facts(call(url=target), actual=answer(301, f"Location: {to}"), experiments={experiment: [there]})
        finding = CAUSE.detect(seen)
        assert finding is not None
        assert (finding.evidence[-1].shows == "there your page is let in") is shown
