"""The Fetch standard's main path: a generator that yields each request and is sent its answer.

https://fetch.spec.whatwg.org/#fetching
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Hashable, Mapping
from dataclasses import dataclass

from cors_tui.standards.departures import Departures
from cors_tui.standards.request import Request, WireRequest
from cors_tui.standards.response import Answer
from cors_tui.standards.verdict import Outcome

Fetching = Generator[WireRequest, Answer, Outcome]


def fetch(request: Request, departures: Departures) -> Fetching:
    """Run one fetch as a browser with `departures` would; yield each wire request, be sent its answer, return how it
    ends.

    Never raises for anything a page or a server can say. Does no I/O and holds no state.
    """
    raise NotImplementedError
    yield  # pragma: no cover


@dataclass(frozen=True, slots=True)
class Pending:
    """The run stopped at a request whose answer is not known."""

    request: WireRequest
    sent: tuple[WireRequest, ...] = ()


def replay(request: Request, departures: Departures, answers: Mapping[Hashable, Answer]) -> Outcome | Pending:
    """Run `fetch` over answers already known, by `WireRequest.key`; stop at the first that is not."""
    return drive(fetch(request, departures), lambda wire: answers.get(wire.key))


def drive(fetching: Fetching, answer: Callable[[WireRequest], Answer | None]) -> Outcome | Pending:
    """Run a fetch with a function that answers; None from it stops the run as `Pending`."""
    sent: list[WireRequest] = []
    try:
        wire = next(fetching)
        while True:
            got = answer(wire)
            if got is None:
                return Pending(wire, tuple(sent))
            sent.append(wire)
            wire = fetching.send(got)
    except StopIteration as done:
        outcome: Outcome = done.value
        return outcome
