"""One thing that a policy says of a server, beside what the server did."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.fixes.framework import cors_lines
from cors_tui.standards.response import Answer, NetworkError, Response


@dataclass(frozen=True, slots=True)
class Expectation:
    """In words: what was asked, expected and got.

    `got` may quote the server, and `evidence` does: the lines of its answer that CORS is about, as they came.
    `answered` is False when nothing came back at all.
    """

    asked: str
    expected: str
    got: str
    ok: bool
    answered: bool = True
    evidence: tuple[str, ...] = ()


def evidence_of(answer: Answer | None) -> tuple[str, ...]:
    """The status and the lines that CORS is about, as they came; nothing where nothing came."""
    if not isinstance(answer, Response):
        return ()
    return (f"HTTP {answer.status}", *(f"{name}: {value}" for name, value in cors_lines(answer.headers)))


def is_answered(answer: Answer | None) -> bool:
    """Whether the server was reached. A request that the standard stops before it is sent counts as answered."""
    return not isinstance(answer, NetworkError)
