"""Whether something stands in front of the server."""

from __future__ import annotations

from cors_tui.guide.question import Choice, Kind, Question

QUESTION = Question(
    name="cdn",
    label="in front",
    asks="Does a CDN, a gateway or a reverse proxy stand in front of the server?",
    why="It may drop, double, cache or answer in the server's place: then the server's code is not what has to change.",
    read=lambda case: case.answers.get("cdn", ""),
    answer=lambda case, answer: case.with_answer("cdn", answer),
    kind=Kind.CHOICE,
    choices=lambda _case: (
        Choice("yes", "yes", "probe through it, past its cache, and around it"),
        Choice("no", "no", "this step is left out"),
        Choice("unknown", "I do not know", "the response headers may give it away"),
    ),
)
