"""Outcomes and failures."""

from __future__ import annotations

from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import NetworkError, NetworkFailure
from cors_tui.standards.verdict import Exchange, Failure, Outcome, Refusal, ResponseType, Step
from tests.standards.making import says, url

STEP = Step("CORS check", "4", "https://fetch.spec.whatwg.org/#concept-cors-check")
WIRE = WireRequest(Role.PREFLIGHT, 0, "OPTIONS", url("https://a.example/"))


def test_a_step_is_said_with_its_number_if_it_has_one() -> None:
    assert str(STEP) == "CORS check, step 4"
    assert str(Step("HTTP-network fetch", "", "")) == "HTTP-network fetch"


def test_a_failure_knows_the_answer_it_was_judged_by() -> None:
    failed = Failure(Refusal.PREFLIGHT_STATUS, STEP, request=WIRE, answer=says(404))
    assert (failed.in_preflight, failed.status) == (True, 404)
    bare = Failure(Refusal.URL_INVALID, STEP, answer=NetworkError(NetworkFailure.TIMED_OUT))
    assert (bare.in_preflight, bare.status) == (False, None)


def test_an_exchange_is_a_response_or_an_error() -> None:
    error = NetworkError(NetworkFailure.TIMED_OUT)
    assert Exchange(WIRE, error).response is None
    assert Exchange(WIRE, error).error is error
    assert Exchange(WIRE, says()).error is None


def test_allowed_means_readable_across_origins() -> None:
    assert Outcome(type=ResponseType.CORS).allowed
    assert not Outcome(type=ResponseType.BASIC).allowed
    assert not Outcome(type=ResponseType.CORS, failure=Failure(Refusal.INTEGRITY, STEP)).allowed
    assert not Outcome(asks=True).resolved


def test_codes_are_stable_words() -> None:
    codes = [refusal.value for refusal in Refusal]
    assert len(set(codes)) == len(codes)
    assert all(code == code.lower() and " " not in code for code in codes)


def test_exchanges_can_be_those_of_several_fetches() -> None:
    assert Outcome().with_exchanges((Exchange(WIRE, says()),)).exchanges[0].request is WIRE
