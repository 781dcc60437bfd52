"""socketio-own-cors: the near misses that are something else, and what must be found."""

from __future__ import annotations

import pytest

from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.causes.socketio_own_cors import CAUSE
from cors_tui.diagnosis.examples import allows, answer, call, facts

NEAR_MISSES: dict[str, Facts] = {
    "another path": facts(call(url="http://localhost:3001/sockets"), actual=answer(200)),
    "it lets the page in": facts(
        call(url="http://localhost:3001/socket.io/?EIO=4", origin="http://localhost:3000"),
        actual=answer(200, *allows("http://localhost:3000")),
    ),
}

FOUND: dict[str, tuple[Facts, Certainty, str]] = {
    "bare": (CAUSE.example(), Certainty.LIKELY, "Socket.IO"),
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
