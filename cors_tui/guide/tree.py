"""The decision tree of the guide, as one flat table to be read top to bottom.

What may live here: the steps, when each is shown, what it asks and sends, and what comes next. What a question does
stands in its own file; whether a step is done is computed from the case, never stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.experiments import DIRECT, PAST_THE_CACHE, WITHOUT_ORIGIN
from cors_tui.standards.origin import same_origin
from cors_tui.standards.url import parse_url

Test = Callable[[Case], bool]

EDGE = (WITHOUT_ORIGIN, PAST_THE_CACHE, DIRECT)
"""What the CDN step sends beyond the request itself."""


class State(Enum):
    """Where a step stands. The value is its sign in the tree."""

    HERE = ">"
    DONE = "+"
    OPEN = " "
    SKIPPED = "-"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a probe there sends its experiments (`sends`, names); `next` names the step behind it. It `asks` the
    questions of these names; `why` is one sentence: why this step."""

    name: str
    title: str
    shown: Test
    sends: Callable[[Case], tuple[str, ...]]
    done: Test
    next: Callable[[Case], str]
    asks: tuple[str, ...]
    why: str


# --- the tests the table uses -----------------------------------------------------------------------------------------


def always(_case: Case) -> bool:
    return True


def is_cross_origin(case: Case) -> bool:
    """False only when page and target are known to share an origin: then the browser asks nobody."""
    url, page = parse_url(case.call.url), parse_url(case.call.origin)
    return not (url and page and same_origin(url.origin, page.origin))


def knows_the_call(case: Case) -> bool:
    url = parse_url(case.call.url)
    return bool(url and url.is_http and case.call.origin)


def was_asked(case: Case) -> bool:
    return bool(case.exchanges(AS_ASKED))


def knows_credentials(case: Case) -> bool:
    return "carried" in case.answers or bool(_experiments(case) - {AS_ASKED, ACTUAL_ANYWAY})


def looked_at_the_edge(case: Case) -> bool:
    return case.answers.get("cdn") == "no" or any(e.name in _experiments(case) for e in EDGE)


def _experiments(case: Case) -> set[str]:
    """What was sent, in this probe or in the one before: a second look does not undo the first."""
    return {*case.seen, *case.before}


def has_a_fix(case: Case) -> bool:
    return "fix" in case.answers


def asked_twice(case: Case) -> bool:
    return bool(case.before) and was_asked(case)


def _send(*names: str) -> Callable[[Case], tuple[str, ...]]:
    return lambda _case: names


def _edge(_case: Case) -> tuple[str, ...]:
    return (AS_ASKED, *(experiment.name for experiment in EDGE))


def _to(name: str) -> Callable[[Case], str]:
    return lambda _case: name


def _to_cdn_unless_none(case: Case) -> str:
    return "verdict" if case.answers.get("cdn") == "no" else "cdn"


def _to_credentials_if_cross(case: Case) -> str:
    return "credentials" if is_cross_origin(case) else "verdict"


ASKED = _send(AS_ASKED)
NOTHING = _send()

# --- the tree --------------------------------------------------------------------------------------------------------

# fmt: off
STEPS: tuple[Step, ...] = (
    #    name            title              shown            sends    done                what comes next
    Step("called",       "What you called", always,          NOTHING, knows_the_call,     _to("request-type"),
         asks=("url", "origin"), why="Everything depends on who asks for what."),
    Step("request-type", "Request type",    always,          ASKED,   was_asked,          _to_credentials_if_cross,
         asks=("method", "headers"), why="What the server must answer depends on it."),
    Step("credentials",  "Credentials",     is_cross_origin, ASKED,   knows_credentials,  _to_cdn_unless_none,
         asks=("carried", "credentials-mode"), why="With cookies the rules are stricter: `*` no longer counts."),
    Step("cdn",          "CDN or proxy",    is_cross_origin, _edge,   looked_at_the_edge, _to("verdict"),
         asks=("cdn", "origin-server"), why="A layer in front may drop, double or store the headers."),
    Step("verdict",      "Verdict",         always,          ASKED,   was_asked,          _to("fix"),
         asks=("send",), why="What each browser decides, and why."),
    Step("fix",          "Fix",             always,          NOTHING, has_a_fix,          _to("verify"),
         asks=("framework",), why="The smallest change that makes it work."),
    Step("verify",       "Verify",          always,          ASKED,   asked_twice,        _to(""),
         asks=(), why="It is repaired when a browser would say so."),
)
# fmt: on


def step(name: str) -> Step:
    """The step called `name`. Raises KeyError for a name that is not in the tree."""
    return {step.name: step for step in STEPS}[name]


def state_of(found: Step, case: Case, here: str) -> State:
    """Where `found` stands in `case` while the person looks at the step named `here`."""
    if found.name == here:
        return State.HERE
    if not found.shown(case):
        return State.SKIPPED
    return State.DONE if found.done(case) else State.OPEN


def after(name: str, case: Case) -> str:
    """The step behind `name`: what the table says, or `name` itself at the end."""
    return step(name).next(case) or name


def before(name: str, case: Case) -> str:
    """The nearest shown step in front of `name`, or `name` itself at the start."""
    names = [found.name for found in STEPS if found.shown(case) or found.name == name]
    return names[max(0, names.index(name) - 1)]


def first_open(case: Case) -> str:
    """Where a person should start: the first shown step that is not done."""
    return next((found.name for found in STEPS if found.shown(case) and not found.done(case)), "verdict")
