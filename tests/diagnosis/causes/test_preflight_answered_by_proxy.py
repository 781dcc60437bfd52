"""preflight-answered-by-proxy: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.preflight_answered_by_proxy import CAUSE
from cors_tui.diagnosis.examples import JSON, allows, allows_all_of, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "redirected in front": facts(
        call("PUT", body="a"),
        preflight=answer(301, "Location: /b"),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of())]},
    ),
    "authentication in front": facts(
        call("PUT", body="a"),
        preflight=answer(401),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of())]},
    ),
    "refused on both ways": facts(
        call("PUT", body="a"),
        preflight=answer(405),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(405)]},
    ),
    "only the one header is gone": facts(
        call("PUT", body="a"),
        preflight=answer(204, *allows_all_of()[1:]),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of())]},
    ),
    "fine on both ways": facts(
        call("PUT", body="a"),
        preflight=answer(204, *allows_all_of()),
        actual=answer(200),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of())]},
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "turned into a GET": (
        facts(
            call("PUT", JSON, body="a"),
            preflight=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(204, *allows_all_of())]},
        ),
        Certainty.PROVEN,
        "lost the lists",
    ),
    "answered with lists of its own, the header not inherited": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204, "Access-Control-Allow-Methods: PATCH"),
            actual=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
        ),
        Certainty.PROVEN,
        "with lists of its own",
    ),
    "answered with 200 and nothing else": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(200),
            actual=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
        ),
        Certainty.PROVEN,
        "without any CORS header",
    ),
    "refused in front": (CAUSE.example(), Certainty.PROVEN, "405"),
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
