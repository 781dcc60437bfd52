"""The reason phrases of a recorded case's server."""

from __future__ import annotations

import pytest

from cors_tui.inputs.reasons import reason_phrase


@pytest.mark.parametrize(
    ("status", "phrase"),
    [
        pytest.param(404, "Not Found", id="a usual one"),
        pytest.param(418, "I'm a Teapot", id="recorded so"),
        pytest.param(422, "Unprocessable Entity", id="recorded so; reworded since"),
        pytest.param(999, "Unknown", id="recorded so: no such status"),
    ],
)
def test_phrases_are_those_of_the_recordings(status: int, phrase: str) -> None:
    assert reason_phrase(status) == phrase
