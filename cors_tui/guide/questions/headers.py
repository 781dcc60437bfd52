"""Which headers the page sets itself."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.guide.question import Kind, Question
from cors_tui.guide.sentences import sentence_about
from cors_tui.standards.header_list import HeaderList, HeaderPair


def _pair(line: str) -> HeaderPair:
    """A typed line as a pair. One without colon is a name with an empty value, so that the text is kept."""
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def _line(pair: HeaderPair) -> str:
    return f"{pair[0]}: {pair[1]}" if pair[1] else pair[0]


def _answer(case: Case, text: str) -> Case:
    pairs = tuple(_pair(line) for line in text.splitlines() if line.strip())
    return case.with_call(replace(case.call, headers=HeaderList(pairs)))


QUESTION = Question(
    name="headers",
    label="header",
    asks="Which headers does the page set itself?",
    why="A header that is not safelisted must be allowed by name.",
    read=lambda case: "\n".join(_line(pair) for pair in case.call.headers),
    answer=_answer,
    kind=Kind.LINES,
    fault=lambda case: sentence_about(case.call, "headers"),
    placeholder="name: value",
)
