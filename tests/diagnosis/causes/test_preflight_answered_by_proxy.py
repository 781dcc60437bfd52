"""preflight-answered-by-proxy: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.preflight_answered_by_proxy import CAUSE
from cors_tui.diagnosis.examples import JSON, allows, allows_all_of, answer, call, facts
from tests.rows import each_row

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
    "the whole path is refused": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(403),
        actual=answer(403),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
    ),
    "the whole path is another program's": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(200, "Content-Type: text/html"),
        actual=answer(200, "Content-Type: text/html"),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, JSON, *allows())]},
    ),
    "one list is written over, and nothing else": facts(
        call("PUT", body="a"),
        preflight=answer(204, *allows(), "Access-Control-Allow-Methods: GET"),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows(), "Access-Control-Allow-Methods: PUT")]},
    ),
    "the same list in another order": facts(
        call("GET", "X-Trace: 1"),
        preflight=answer(200, *allows(), "Access-Control-Allow-Headers: B, a"),
        answers={"origin-server": "h:1"},
        experiments={
            experiments.DIRECT: [
                answer(200, *allows(), "Access-Control-Allow-Headers: A, b"),
                answer(200, *allows()),
            ]
        },
        actual=answer(200, *allows()),
    ),
    "stripped from every answer": facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204),
        actual=answer(200),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
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
    "answered with a list of its own, and the origin": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204, *allows(), "Access-Control-Allow-Methods: GET"),
            actual=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
        ),
        Certainty.PROVEN,
        "with lists of its own",
    ),
    "answered with the same status and nothing else": (
        facts(
            call("GET", "X-Api-Key: k"),
            preflight=answer(204),
            actual=answer(200, *allows()),
            answers={"origin-server": "h:1"},
            experiments={experiments.DIRECT: [answer(204, *allows_all_of()), answer(200, *allows())]},
        ),
        Certainty.PROVEN,
        "without any CORS header",
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


@each_row("name", NEAR_MISSES)
def test_a_near_miss_is_something_else(name: str) -> None:
    assert CAUSE.detect(NEAR_MISSES[name]) is None


@pytest.mark.parametrize("name", FOUND)
def test_it_is_found_with_its_certainty_and_says_what_it_saw(name: str) -> None:
    seen, certainty, words = FOUND[name]
    finding = CAUSE.detect(seen)
    assert finding is not None
    assert finding.certainty is certainty
    assert words in finding.says
