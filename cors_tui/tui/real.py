"""Asking the browsers that are installed here, and their answers as text."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.probe.real_browser.answer import NotAvailable, RealAnswer
from cors_tui.session.judging import BrowserVerdict, Judgement
from cors_tui.session.real import (
    ask_real,
    differences,
    is_local_network_question,
    verdict_beside,
    word_of,
)
from cors_tui.tui.messages import RealAsked
from cors_tui.tui.work import Post

ASKED = ("chromium", "firefox")


async def ask_real_browsers(case: Case, judgement: Judgement | None, post: Post) -> None:
    """Ask each in turn, about Local Network Access where it has a say, and post one text about all of them."""
    parts = [_part(case, name, await ask_real(case, name), judgement) for name in ASKED]
    if is_local_network_question(case):
        parts.append(await _about_local_network(case, "chromium"))
    post(RealAsked("\n\n".join(parts)))


async def _about_local_network(case: Case, name: str) -> str:
    """The same once more where Local Network Access has a say, which a page that is only answered does not show."""
    answer = await ask_real(case, name, local_network=True)
    head = "The target is in a local network. Asked once more, the page served as from a public address:"
    return f"{head}\n{_text(name, answer, verdict_beside(case, name, local_network=True))}"


def _part(case: Case, name: str, answer: RealAnswer | NotAvailable, judgement: Judgement | None) -> str:
    return _text(name, answer, verdict_beside(case, name) if judgement else None)


def _text(name: str, answer: RealAnswer | NotAvailable, verdict: BrowserVerdict | None) -> str:
    if isinstance(answer, NotAvailable):
        return f"{name.title()}: not asked. {answer.reason}"
    rows = [f"{answer.version}: {word_of(answer).label}", *(f"  {line.text}" for line in answer.console)]
    rows += [f"  sent {request.method} {request.url}" for request in answer.requests]
    differing = differences(answer, verdict) if verdict else ()
    rows += [f"  differs: {text}" for text in differing] or (
        ["  as judged here"] if verdict and verdict.outcome else []
    )
    return "\n".join([*rows, *(f"  {note}" for note in answer.notes)])
