"""Which URL the page calls."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.guide.question import Question
from cors_tui.guide.sentences import sentence_about


def _answer(case: Case, text: str) -> Case:
    return case.with_call(replace(case.call, url=text.strip()))


QUESTION = Question(
    name="url",
    label="URL",
    asks="Which URL does the page call?",
    why="A browser looks at scheme, host and port: any difference from the page makes the request cross-origin.",
    read=lambda case: case.call.url,
    answer=_answer,
    fault=lambda case: sentence_about(case.call, "url"),
    placeholder="https://api.example.com/users/7",
)
