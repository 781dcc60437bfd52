"""local-network-permission: the near misses that are something else, and what must be found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Lookup
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.local_network_permission import CAUSE
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.session.judging import judge

NEAR_MISSES: dict[str, Facts] = {
    "a public target": facts(call(), actual=answer(200)),
    "a development page": facts(
        call(url="http://localhost:8000/a", origin="http://localhost:3000"), actual=answer(200)
    ),
    "another permission": facts(call(), actual=answer(200), pasted=["Permission denied to access property 'x'"]),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "the console says so": (CAUSE.example(), Certainty.PROVEN, "permission"),
    "the older words": (
        facts(
            call(),
            actual=answer(200),
            pasted=[
                "The request client is not a secure context and the resource is in more-private address space `local`."
            ],
        ),
        Certainty.PROVEN,
        "more private",
    ),
}


PUBLIC_PAGE = (Lookup("app.example.com", ("93.184.216.34",)),)


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


def test_what_was_looked_up_is_shown() -> None:
    """A public page, by its name, and a target in the local network, by its."""
    asked = call(url="https://nas.example.com/status", origin="https://app.example.com")
    lookups = (Lookup("nas.example.com", ("192.168.1.20",)), Lookup("app.example.com", ("93.184.216.34",)))
    judged = judge(replace(facts(asked, actual=answer(200)).case, lookups=lookups))
    first = judged.diagnosis.findings[0]
    assert first.cause == CAUSE.name
    assert [each.quote for each in first.evidence][1:] == ["192.168.1.20", "93.184.216.34"]
    assert judged.diagnosis.headline.startswith("Not CORS: ")


@pytest.mark.parametrize(
    ("page", "target", "says"),
    [
        pytest.param(
            "https://app.example.com",
            "https://192.168.1.20",
            "Chromium and Firefox want the person's permission for that.",
            id="https",
        ),
        pytest.param(
            "http://app.example.com",
            "http://192.168.1.20",
            "Firefox wants the person's permission for that; Chromium refuses that to a page that comes by http.",
            id="http",
        ),
    ],
)
def test_it_says_what_each_browser_does(page: str, target: str, says: str) -> None:
    asked = call(url=f"{target}/status", origin=page)
    first = judge(replace(facts(asked, actual=answer(200)).case, lookups=PUBLIC_PAGE)).diagnosis.findings[0]
    assert (first.says, first.next) == (f"The page reaches into a more private network, and {says}", "")


def test_a_permission_is_no_help_where_http_from_https_is_refused() -> None:
    asked = call(url="http://192.168.1.20/status", origin="https://app.example.com")
    first = judge(replace(facts(asked, actual=answer(200)).case, lookups=PUBLIC_PAGE)).diagnosis.findings[0]
    assert first.cause == CAUSE.name
    assert first.says.endswith("and Chromium wants the person's permission for that.")
    assert first.next.startswith("Firefox and Safari refuse it all the same: ")


@pytest.mark.parametrize(
    ("page", "target"), [("http://192.168.1.5", "http://localhost:8000"), ("http://localhost:3000", "http://10.0.0.7")]
)
def test_a_page_that_is_near_is_not_asked_about(page: str, target: str) -> None:
    asked = call(url=f"{target}/a", origin=page)
    case = facts(asked, actual=answer(200, f"Access-Control-Allow-Origin: {page}")).case
    assert CAUSE.name not in [each.cause for each in judge(case).diagnosis.findings]
