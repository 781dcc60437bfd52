"""From which origin the page calls."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.guide.question import Choice, Question
from cors_tui.guide.sentences import sentence_about

_DEVELOPMENT = (
    ("http://localhost:3000", "React, Next.js, Express"),
    ("http://localhost:5173", "Vite"),
    ("http://localhost:4200", "Angular"),
    ("http://localhost:8080", "Vue CLI, webpack"),
    ("http://127.0.0.1:5500", "VS Code Live Server"),
    ("http://localhost:8000", "Python's http.server"),
    ("null", "a file on disk, or a sandboxed frame"),
)


def _answer(case: Case, text: str) -> Case:
    return case.with_call(replace(case.call, origin=text.strip()))


QUESTION = Question(
    name="origin",
    label="page's origin",
    asks="From which origin does the page call it?",
    why="It is the address bar up to the port; the server must allow exactly this: localhost is not 127.0.0.1.",
    read=lambda case: case.call.origin,
    answer=_answer,
    choices=lambda _case: tuple(Choice(origin, origin, usual) for origin, usual in _DEVELOPMENT),
    fault=lambda case: sentence_about(case.call, "origin"),
    placeholder="https://app.example.com",
)
