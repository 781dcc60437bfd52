"""The shape of answers: what is assumed when nothing is said."""

from __future__ import annotations

from cors_tui.standards.response import NetworkError, NetworkFailure, Response


def test_a_bare_response_is_complete_and_plain() -> None:
    bare = Response(200)
    assert (bare.body_complete, bare.body_decoded, bare.http_version) == (True, True, "1.1")
    assert (len(bare.headers), bare.leniencies) == (0, frozenset())


def test_network_failures_have_words_of_their_own() -> None:
    words = [failure.value for failure in NetworkFailure]
    assert len(set(words)) == len(words)
    assert NetworkError(NetworkFailure.TIMED_OUT).detail == ""
