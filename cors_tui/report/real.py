"""A real browser's answer beside ours, as JSON and as text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cors_tui.masking import masked, masked_url
from cors_tui.probe.real_browser.answer import NotAvailable, RealAnswer
from cors_tui.report.plain import plain
from cors_tui.session.judging import BrowserVerdict
from cors_tui.session.real import differences, word_of


def real_document(
    answer: RealAnswer | NotAvailable, verdict: BrowserVerdict, *, show_secrets: bool = False
) -> dict[str, Any]:
    """The answer as a JSON object: what it did, and in what it differs from our verdict."""
    if isinstance(answer, NotAvailable):
        return {"asked": False, "why": answer.reason}
    url = str if show_secrets else masked_url
    return {
        "asked": True,
        "browser": answer.browser,
        "version": answer.version,
        "verdict": word_of(answer).value,
        "ending": answer.ending.value,
        "type": answer.type or None,
        "status": answer.status,
        "visible_headers": list(answer.visible_headers),
        "console": [url(line.text) for line in answer.console],
        "requests": [
            {
                "role": each.role.value,
                "method": each.method,
                "url": url(each.url),
                "headers": [[n, v if show_secrets else masked(n, v)] for n, v in each.headers],
                "status": each.status,
            }
            for each in answer.requests
        ],
        "differences": list(differences(answer, verdict)),
        "notes": list(answer.notes),
    }


def real_text(answer: RealAnswer | NotAvailable, verdict: BrowserVerdict, *, show_secrets: bool = False) -> str:
    """The answer as lines for a terminal, ending with a line break."""
    lines = _not_asked(answer) if isinstance(answer, NotAvailable) else _asked(answer, verdict, show_secrets)
    return "\n".join(("", *lines)) + "\n"


def _not_asked(answer: NotAvailable) -> Iterator[str]:
    yield plain(f"No real browser was asked: {answer.reason}")


def _asked(answer: RealAnswer, verdict: BrowserVerdict, show_secrets: bool) -> Iterator[str]:
    url = str if show_secrets else masked_url
    status = "" if answer.status is None else f", status {answer.status}"
    yield plain(f"Asked {answer.version} itself, from {answer.page}: {word_of(answer).label}{status}")
    for request in answer.requests:
        came_back = "no answer" if request.status is None else str(request.status)
        yield plain(f"  it sent {request.method} {url(request.url)} -> {came_back}")
    for line in answer.console:
        yield plain(f"  it printed {url(line.text)}")
    found = differences(answer, verdict)
    yield from (plain(f"  differs: {each}") for each in found)
    if not found:
        yield f"  as we say of {verdict.title}"
    yield from (plain(f"  note: {note}") for note in answer.notes)
