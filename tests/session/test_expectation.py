"""What is kept of an answer."""

from __future__ import annotations

from cors_tui.session.expectation import evidence_of, is_answered
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import NetworkError, NetworkFailure, Response


def test_the_evidence_is_the_status_and_the_lines_that_cors_is_about_as_they_came() -> None:
    """In their own case and order, doubles kept, nothing else."""
    pairs = (("X-Other", "1"), ("vary", "Origin"), ("ACCESS-control-Allow-Origin", "*"), ("vary", "Origin"))
    assert evidence_of(Response(404, HeaderList(pairs))) == (
        "HTTP 404",
        "vary: Origin",
        "ACCESS-control-Allow-Origin: *",
        "vary: Origin",
    )


def test_without_an_answer_there_is_none() -> None:
    """A request that was never sent says nothing about the server."""
    nothing = NetworkError(NetworkFailure.TIMED_OUT)
    assert evidence_of(nothing) == evidence_of(None) == ()
    assert (is_answered(nothing), is_answered(None), is_answered(Response(500))) == (False, True, True)
