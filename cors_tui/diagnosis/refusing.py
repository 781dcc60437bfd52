"""Which browsers refuse, by the names people know: where they differ, a sentence has to say so."""

from __future__ import annotations

from collections.abc import Sequence

from cors_tui.browsers.browser import known_browsers
from cors_tui.diagnosis.cause import Facts
from cors_tui.standards.verdict import Outcome, Refusal


def refusing_browsers(facts: Facts, *refusals: Refusal) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The browsers that end with one of `refusals` (or wait for the person, where that is among them), and the others
    that were asked."""
    titles = {name: browser.title for name, browser in known_browsers().items()}
    refuses = {titles.get(name, name): _refuses(outcome, refusals) for name, outcome in facts.outcomes.items()}
    return tuple(name for name, does in refuses.items() if does), tuple(n for n, does in refuses.items() if not does)


def _refuses(outcome: Outcome | None, refusals: tuple[Refusal, ...]) -> bool:
    if outcome is None:
        return False
    if outcome.asks:
        return Refusal.LNA_ASKS in refusals
    return outcome.failure is not None and outcome.failure.refusal in refusals


def named(names: Sequence[str]) -> str:
    """``Chromium``, ``Chromium and Firefox``, ``Chromium, Firefox and Safari``."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def goes(names: Sequence[str], verb: str = "go", one: str = "goes") -> str:
    """The verb for one name or several."""
    return one if len(names) == 1 else verb
