"""The evidence: the exchange that decides first, and each step's own comparison."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import AS_ASKED, Case, Sighting
from cors_tui.experiments import DIRECT
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange
from cors_tui.tui.widgets.evidence import blocks, nothing_yet
from tests.tui.judged_cases import (
    CALL,
    ORIGIN,
    PUT,
    allowed,
    answered,
    blocked,
    kept_back,
    preflight_405,
    refused_unasked,
    unreachable,
    viewed,
    with_next,
)

ACAO = "access-control-allow-origin"


def text_of(case: Case, step: str = "verdict", **fields: object) -> str:
    return "\n".join(f"{block.heading}\n{block.body.plain}" for block in blocks(viewed(case, step, **fields)))


def signed(text: str, mark: str) -> list[str]:
    """The names of the lines that carry this sign."""
    return [row.split()[2] for row in text.splitlines() if row.startswith(f"{mark} ")]


def test_a_missing_header_that_decides() -> None:
    """Its line carries the deciding sign and says what was wanted."""
    text = text_of(blocked(), width=140)
    assert signed(text, "!") == [ACAO]
    assert ORIGIN in text
    assert "server: nginx" in text


def test_a_preflights_status_decides_before_its_headers() -> None:
    """The status first, what else is missing behind it."""
    text = text_of(preflight_405())
    assert "405 Method Not Allowed" in text
    assert "! decides" in text
    assert {"access-control-allow-methods", "access-control-allow-headers"} <= set(signed(text, "-"))


def test_what_comes_next_stands_behind_what_decides_and_says_so() -> None:
    """It is not among the browser's own requests."""
    call = replace(PUT, method="GET")
    found = blocks(viewed(with_next(answered(call, Response(405)), Response(200))))
    assert found[0].heading.startswith("Preflight")
    assert found[1].heading.startswith("Request (what comes next)")


def test_a_star_that_is_enough_is_no_fault() -> None:
    """Same sign, another word."""
    text = text_of(allowed())
    assert signed(text, "!") == []
    assert "enough" in text


def test_a_server_that_does_not_listen_has_no_headers_to_compare() -> None:
    """How it failed, in the system's words."""
    assert "connection refused: [Errno 111]" in text_of(unreachable())


DOUBLED = Response(200, HeaderList(((ACAO, ORIGIN), (ACAO.title(), ORIGIN))))


def test_two_equal_headers_are_two_lines() -> None:
    """The very thing a joined list hides."""
    text = text_of(answered(CALL, DOUBLED))
    assert signed(text, "!") == [ACAO, ACAO]


def test_direct_against_through() -> None:
    """What the edge removed is missing, what it added is extra."""
    case = blocked()
    request = case.exchanges(AS_ASKED)[0].request
    direct = Exchange(request, Response(200, HeaderList(((ACAO, ORIGIN), ("Via", "1.1 a"), ("Server", "nginx")))))
    text = text_of(case.with_sighting(Sighting(DIRECT.name, (direct,))), "cdn")
    assert text.startswith("Direct against through")
    first = text.split("Request  GET")[0]
    assert signed(first, "-") == [ACAO, "via"]
    assert signed(first, "+") == ["content-type"]


def test_without_origin_and_past_the_cache_stand_beside_the_request() -> None:
    """What the answer owes to Origin, and what to a stored copy."""
    case = blocked()
    request = case.exchanges(AS_ASKED)[0].request
    other = Exchange(request, Response(200, HeaderList(((ACAO, "*"), ("Server", "nginx")))))
    for name in ("without-origin", "past-the-cache"):
        case = case.with_sighting(Sighting(name, (other,)))
    headings = [block.heading for block in blocks(viewed(case, "cdn"))]
    assert [heading.split("  ")[0] for heading in headings] == [
        "Without Origin against with it",
        "Past the cache against as asked",
        "Request",
    ]
    assert signed(text_of(case, "cdn").split("Past")[0], "-") == [ACAO]


def test_before_against_after() -> None:
    """The answer of the last probe beside that of the one before."""
    case = replace(allowed(), before=blocked().seen)
    text = text_of(case, "verify")
    assert text.startswith("Before against after")
    assert ACAO in signed(text, "+")
    assert "server" in signed(text, "-")


@pytest.mark.parametrize("step", ["called", "request-type", "credentials", "cdn", "verdict", "verify"])
def test_nothing_was_sent_yet(step: str) -> None:
    """No step crashes on an empty case, and none invents a line."""
    assert blocks(viewed(Case(), step)) == []


def test_a_header_beyond_cors_that_decides_stands_beside_what_was_wanted() -> None:
    """A file that other origins may not embed."""
    rows = [row.split() for row in text_of(kept_back()).splitlines()]
    assert ["!", "decides", "cross-origin-resource-policy", "cross-origin", "same-origin"] in rows


def test_what_no_browser_sends_is_told_from_what_was_not_sent_yet() -> None:
    """Nothing has to be pressed: the verdict is known."""
    assert nothing_yet(viewed(refused_unasked(), "verdict")) == (
        "Nothing is sent: every browser refuses the call by itself."
    )
    assert nothing_yet(viewed(Case(CALL), "verdict")) == "Nothing was sent yet. Press r to probe."


@pytest.mark.parametrize("width", [60, 80, 100, 140])
def test_the_evidence_fits_the_panel(width: int) -> None:
    """Every line of a diff, in every width, but for the line of the other headers, which wraps."""
    evil = Response(200, HeaderList(((ACAO, "https://" + "a" * 400), ("X-Evil", "[/b]\x1b]52;c;x\x07"))))
    view = viewed(answered(CALL, evil), width=width)
    (block,) = blocks(view)
    rows = block.body.plain.splitlines()[:-1]
    assert max(map(len, rows)) <= view.content_width
    assert "\x1b" not in block.body.plain
