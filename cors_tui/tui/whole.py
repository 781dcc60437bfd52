"""Everything of a case uncut, as plain text: for the pop-up and for a file."""

from __future__ import annotations

from cors_tui.masking import masked, masked_url
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange
from cors_tui.tui.fixing import offer
from cors_tui.tui.view import View
from cors_tui.tui.wording import outcome_of


def whole_text(view: View) -> str:
    """The console lines of every browser, each exchange with all its headers, and in the fix step the snippet."""
    parts = [*_pasted(view), *_snippet(view), *_console(view), *_exchanges(view)]
    return "\n".join(parts)


def _pasted(view: View) -> list[str]:
    if not view.case.pasted:
        return []
    last = view.case.pasted[-1]
    if not view.revealed:
        return [f"-- pasted: {len(last):,} characters; it may hold secrets: press x, then v, to read it", ""]
    cut = "" if len(last) <= _LONGEST_PASTE else f"\n… and {len(last) - _LONGEST_PASTE:,} characters more"
    return ["-- pasted", f"{last[:_LONGEST_PASTE]}{cut}", ""]


def _snippet(view: View) -> list[str]:
    proposal = offer(view).proposal if view.step == "fix" else None
    return [f"-- {proposal.fix.filename}", proposal.fix.snippet, ""] if proposal else []


def _console(view: View) -> list[str]:
    found: list[str] = []
    for verdict in view.judgement.verdicts.values() if view.judgement else ():
        found += [f"-- console of {verdict.title}: {verdict.word.label}", *(line.text for line in verdict.console), ""]
    return found


def _exchanges(view: View) -> list[str]:
    found: list[str] = []
    for name, sighting in view.case.seen.items():
        for exchange in sighting.exchanges:
            found += [f"-- {name}: {exchange.request.role.value}", *_exchange(exchange, view.revealed), ""]
    return found


def _exchange(exchange: Exchange, revealed: bool) -> list[str]:
    request = exchange.request
    rows = [f"> {request.method} {masked_url(request.url.href)}"]
    rows += [f"> {name}: {_shown(name, value, revealed)}" for name, value in request.headers]
    rows.append(f"< {outcome_of(exchange)}")
    if isinstance(exchange.answer, Response):
        rows += [f"< {name}: {_shown(name, value, revealed)}" for name, value in exchange.answer.headers]
    return rows


def _shown(name: str, value: str, revealed: bool) -> str:
    return value if revealed else masked(name, value)


_LONGEST_PASTE = 20_000
