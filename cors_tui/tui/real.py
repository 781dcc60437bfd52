"""Asking the browsers that are installed here, and their answers as text."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.probe.real_browser.answer import NotAvailable, RealAnswer
from cors_tui.session.judging import Judgement
from cors_tui.session.real import ENGINES, ask_real, differences, word_of
from cors_tui.tui.messages import RealAsked
from cors_tui.tui.work import Post

ASKED = ("chromium", "firefox")


async def ask_real_browsers(case: Case, judgement: Judgement | None, post: Post) -> None:
    """Ask each in turn and post one text about all of them."""
    parts = [_part(name, await ask_real(case, name), judgement) for name in ASKED]
    post(RealAsked("\n\n".join(parts)))


def _part(name: str, answer: RealAnswer | NotAvailable, judgement: Judgement | None) -> str:
    if isinstance(answer, NotAvailable):
        return f"{name.title()}: not asked. {answer.reason}"
    rows = [f"{answer.version}: {word_of(answer).label}", *(f"  {line.text}" for line in answer.console)]
    rows += [f"  sent {request.method} {request.url}" for request in answer.requests]
    verdict = judgement.verdicts.get(ENGINES[name]) if judgement else None
    differing = differences(answer, verdict) if verdict else ()
    rows += [f"  differs: {text}" for text in differing] or (
        ["  as judged here"] if verdict and verdict.outcome else []
    )
    return "\n".join([*rows, *(f"  {note}" for note in answer.notes)])
