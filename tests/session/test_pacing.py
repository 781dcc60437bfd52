"""How long to rest between two questions, and when to stop asking."""

from __future__ import annotations

import pytest

from cors_tui.case import AS_ASKED, Case, Sighting
from cors_tui.session.asking import pending_requests
from cors_tui.session.pacing import LEAST_REST, LONGEST_REST, asked_to_rest, rest_seconds
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Answer, NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Exchange
from tests.session.cases import GET

FAR, NEAR = "93.184.216.34:443", "[::1]:8000"


def exchange(answer: Answer) -> Exchange:
    return Exchange(pending_requests(Case(GET))[0], answer)


def answer(elapsed: float, address: str) -> Response:
    return Response(200, elapsed=elapsed, address=address)


RESTS: dict[str, tuple[list[Answer], float]] = {
    "one's own machine is not spared": ([answer(0.0, NEAR)], 0.0),
    "nobody was reached": ([NetworkError(NetworkFailure.CONNECTION_REFUSED, "refused")], 0.0),
    "a quick server far away": ([answer(0.01, FAR)], LEAST_REST),
    "a slow one gets as long as it took": ([answer(0.4, FAR)], 0.4),
    "but not for ever": ([answer(9.0, FAR)], LONGEST_REST),
    "the slower of two counts": ([answer(0.2, FAR), answer(0.3, FAR)], 0.3),
    "one of two is far away": ([answer(0.0, NEAR), answer(0.0, FAR)], LEAST_REST),
    "nothing was asked": ([], 0.0),
}


@pytest.mark.parametrize("name", RESTS)
def test_the_rest_after_an_answer(name: str) -> None:
    answers, seconds = RESTS[name]
    assert rest_seconds(map(exchange, answers)) == seconds


ASKED = [
    (Response(200), False),
    (Response(503), False),
    (Response(503, HeaderList((("Retry-After", "9"),))), True),
    (Response(429), True),
]


@pytest.mark.parametrize(("came", "to_rest"), ASKED)
def test_when_a_server_asks_for_rest(came: Response, to_rest: bool) -> None:
    assert asked_to_rest(Case(GET).with_sighting(Sighting(AS_ASKED, (exchange(came),)))) is to_rest
