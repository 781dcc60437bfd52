"""What is known of a case: each browser's verdict, every refusal, the diagnosis. Pure: computed from what was seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from cors_tui.browsers.browser import Browser, ConsoleLine, known_browsers
from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.diagnosis.cause import Facts
from cors_tui.diagnosis.diagnose import Diagnosis, diagnose
from cors_tui.session.following import with_next
from cors_tui.session.mending import Known, RunOn, run_on
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.request import Request, WireRequest
from cors_tui.standards.response import Answer
from cors_tui.standards.verdict import Failure, Outcome, Refusal

_BELOW_HTTP = frozenset({Refusal.NETWORK, Refusal.RESPONSE_INVALID})

_ASKED_FIRST = frozenset({Refusal.LNA_PERMISSION_DENIED, Refusal.LNA_ASKS})
"""A browser with a window asks before it denies; only one without a person in front denies at once."""


class Word(Enum):
    """A browser's verdict in one word; the value is the code used in JSON."""

    ALLOWED = "allowed"
    BLOCKED = "blocked"
    ASKS = "asks-the-user"
    UNDECIDED = "undecided"
    UNREACHABLE = "unreachable"
    NOT_ASKED = "not-asked"

    @property
    def label(self) -> str:
        """As the screens show it: ``ALLOWED``, ``ASKS THE USER``."""
        return self.value.replace("-", " ").upper()


@dataclass(frozen=True, slots=True)
class BrowserVerdict:
    """One browser's verdict. `outcome` is None while a request is `pending` (not sent yet, or unsafe and not
    consented)."""

    browser: str
    title: str
    word: Word
    outcome: Outcome | None
    pending: Pending | None
    console: tuple[ConsoleLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the failure, the browsers that stop at it first, and whether it is only what comes
    *next*."""

    failure: Failure
    first_in: tuple[str, ...]
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything computed from a case."""

    verdicts: dict[str, BrowserVerdict]
    faults: tuple[Fault, ...]
    diagnosis: Diagnosis


def judge(case: Case) -> Judgement:
    """The judgement of `case` as it stands."""
    request = case.request()
    verdicts = {browser.name: browser_verdict(case, browser, request) for browser in known_browsers().values()}
    facts = Facts(case, {name: verdict.outcome for name, verdict in verdicts.items()})
    faults = _faults(case, request, verdicts)
    return Judgement(verdicts, faults, with_next(diagnose(facts), faults, _known(case)))


def browser_verdict(case: Case, browser: Browser, request: Request) -> BrowserVerdict:
    """What `browser` decides about `request` on the answers known so far."""
    end = drive(fetch(request, browser.departures), case.known_answer)
    if isinstance(end, Pending):
        word = Word.UNDECIDED if AS_ASKED in case.seen else Word.NOT_ASKED
        return BrowserVerdict(browser.name, browser.title, word, None, end)
    return BrowserVerdict(browser.name, browser.title, word_for(end), end, None, browser.write(end, request))


def word_for(outcome: Outcome) -> Word:
    """The verdict in one word. A same-origin or opaque response is not blocked."""
    if outcome.asks:
        return Word.ASKS
    if outcome.failure is None:
        return Word.ALLOWED
    if outcome.failure.refusal in _ASKED_FIRST:
        return Word.ASKS
    return Word.UNREACHABLE if outcome.failure.refusal in _BELOW_HTTP else Word.BLOCKED


def _faults(case: Case, request: Request, verdicts: dict[str, BrowserVerdict]) -> tuple[Fault, ...]:
    """Every failure that shows up in any engine's run, the engines' own first, each once.

    What shows up only after the answer to another request was mended is marked as what comes next.
    """
    if AS_ASKED not in case.seen and any(verdict.outcome is None for verdict in verdicts.values()):
        return ()
    known = _known(case)
    found: dict[tuple[object, ...], Fault] = {}
    for verdict in verdicts.values():
        if verdict.outcome is None or verdict.outcome.failure is None:
            continue
        _note(found, verdict.outcome.failure, verdict.browser, is_next=False)
    for departures in (NO_DEPARTURES, *(browser.departures for browser in known_browsers().values())):
        _note_run(found, run_on(request, departures, known))
    return tuple(sorted(found.values(), key=lambda fault: fault.is_next))


def _known(case: Case) -> Known:
    """What came back for the browsers' own requests, and for the one sent anyway behind a failed preflight."""
    anyway = {exchange.request.key: exchange.answer for exchange in case.exchanges(ACTUAL_ANYWAY)}

    def known(wire: WireRequest) -> Answer | None:
        return case.known_answer(wire) or anyway.get(wire.key)

    return known


def _note_run(found: dict[tuple[object, ...], Fault], run: RunOn) -> None:
    first = run.failures[0].request if run.failures else None
    for failure in run.failures:
        same_request = failure.request is None or first is None or failure.request.key == first.key
        _note(found, failure, "", is_next=not same_request)


def _note(found: dict[tuple[object, ...], Fault], failure: Failure, engine: str, *, is_next: bool) -> None:
    key = (failure.refusal, failure.request.key if failure.request else None, failure.about.lower())
    old = found.get(key)
    if old is None:
        found[key] = Fault(failure, (engine,) if engine else (), is_next)
    elif engine and engine not in old.first_in:
        found[key] = replace(old, first_in=(*old.first_in, engine))
