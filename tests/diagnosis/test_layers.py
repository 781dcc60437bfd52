"""Who did it: proven only with the direct answer, otherwise as likely as the bytes make it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from cors_tui import experiments
from cors_tui.diagnosis.cause import Certainty
from cors_tui.diagnosis.examples import PAGE, allows, allows_all_of, answer, call, facts, no_answer
from cors_tui.diagnosis.layers import IN_FRONT, ORIGIN_SERVER, Claim, Deed, who_did_it
from cors_tui.standards.response import NetworkFailure, Response

ACAO = f"Access-Control-Allow-Origin: {PAGE}"


def claims(through: Response, direct: Sequence[Response] = ()) -> tuple[Claim, ...]:
    seen = facts(
        call(),
        actual=through,
        answers={"origin-server": "h:1"} if direct else {},
        experiments={experiments.DIRECT: direct} if direct else {},
    )
    assert seen.actual is not None
    return who_did_it(seen, seen.actual)


COMPARED: dict[str, tuple[Response, Response, Deed, str]] = {
    "the same on both ways": (answer(200, ACAO), answer(200, ACAO), Deed.SENT, ORIGIN_SERVER),
    "removed": (answer(200), answer(200, ACAO), Deed.REMOVED, IN_FRONT),
    "removed by nginx": (
        answer(200, "Server: nginx"),
        answer(200, ACAO),
        Deed.REMOVED,
        "nginx, in front of the origin server",
    ),
    "removed by nobody who signs, before an nginx": (
        answer(200, "Server: nginx"),
        answer(200, "Server: nginx", ACAO),
        Deed.REMOVED,
        IN_FRONT,
    ),
    "added": (answer(200, ACAO), answer(200), Deed.ADDED, IN_FRONT),
    "doubled": (answer(200, ACAO, ACAO), answer(200, ACAO), Deed.DOUBLED, IN_FRONT),
    "changed": (answer(200, "Access-Control-Allow-Origin: *"), answer(200, ACAO), Deed.CHANGED, IN_FRONT),
}


@pytest.mark.parametrize("name", COMPARED)
def test_the_direct_answer_proves_it(name: str) -> None:
    through, direct, deed, who = COMPARED[name]
    (claim,) = claims(through, [direct])
    assert (claim.header, claim.deed, claim.who) == ("access-control-allow-origin", deed, who)
    assert claim.certainty is Certainty.PROVEN


def test_every_cors_header_of_either_answer_is_accounted_for() -> None:
    through = answer(200, ACAO, "Access-Control-Expose-Headers: X-A")
    direct = answer(200, ACAO, "Access-Control-Allow-Credentials: true")
    assert {claim.header: claim.deed for claim in claims(through, [direct])} == {
        "access-control-allow-origin": Deed.SENT,
        "access-control-allow-credentials": Deed.REMOVED,
        "access-control-expose-headers": Deed.ADDED,
    }


GUESSED: dict[str, tuple[Response, Deed, Certainty]] = {
    "two lines": (answer(200, ACAO, ACAO), Deed.DOUBLED, Certainty.LIKELY),
    "another spelling than the rest": (
        answer(200, "server: x", "date: y", ACAO),
        Deed.ADDED,
        Certainty.POSSIBLE,
    ),
    "a framework alone": (answer(200, "X-Powered-By: Express", "Date: y", ACAO), Deed.SENT, Certainty.LIKELY),
    "a framework behind an edge": (
        answer(200, "X-Powered-By: Express", "CF-Ray: 1", ACAO),
        Deed.SENT,
        Certainty.POSSIBLE,
    ),
    "nobody known": (answer(200, "Date: y", ACAO), Deed.SENT, Certainty.POSSIBLE),
}


@pytest.mark.parametrize("name", GUESSED)
def test_without_the_direct_answer_nothing_is_proven(name: str) -> None:
    through, deed, certainty = GUESSED[name]
    (claim,) = claims(through)
    assert (claim.deed, claim.certainty) == (deed, certainty)
    assert claim.because


def test_nginx_is_suspected_of_losing_headers_on_errors() -> None:
    seen = facts(
        call("GET", "X-Api-Key: k"),
        preflight=answer(204, *allows_all_of()),
        actual=answer(422, "Server: nginx/1.22.1"),
    )
    assert seen.actual is not None
    (claim,) = who_did_it(seen, seen.actual)
    assert (claim.deed, claim.who, claim.certainty) == (Deed.REMOVED, "nginx", Certainty.POSSIBLE)


def test_a_bare_error_of_another_server_accuses_nobody() -> None:
    assert claims(answer(500, "Server: Caddy")) == ()


def test_without_an_answer_there_is_nothing_to_claim() -> None:
    seen = facts(call(), actual=no_answer(NetworkFailure.TIMED_OUT))
    assert seen.actual is not None
    assert who_did_it(seen, seen.actual) == ()


def test_a_failed_direct_request_proves_nothing() -> None:
    seen = facts(
        call(),
        actual=answer(200, *allows()),
        answers={"origin-server": "h:1"},
        experiments={experiments.DIRECT: [no_answer(NetworkFailure.CONNECTION_REFUSED)]},
    )
    assert seen.actual is not None
    assert all(claim.certainty is not Certainty.PROVEN for claim in who_did_it(seen, seen.actual))
