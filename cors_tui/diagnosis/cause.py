"""A cause: why this server or page came to be refused. One file each in `cors_tui/diagnosis/causes/`, binding
``CAUSE``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from cors_tui import registry
from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.experiment import Experiment
from cors_tui.remedy import Remedy
from cors_tui.standards.request import Role
from cors_tui.standards.verdict import Exchange, Outcome, Refusal


class Certainty(Enum):
    """How sure a finding is. PROVEN needs the bytes that prove it."""

    PROVEN = "proven"
    LIKELY = "likely"
    POSSIBLE = "possible"


class Group(Enum):
    """The taxonomy of what lies behind "CORS errors". `is_cors` says whether the CORS configuration is what has to
    change."""

    MISSING = ("plain missing header", True)
    PREFLIGHT = ("OPTIONS not handled", True)
    ORIGIN = ("origin not matched", True)
    CREDENTIALS = ("credentials and wildcard", True)
    NAMES = ("request headers, methods, exposed headers", True)
    DUPLICATE = ("duplicated or mangled by a second layer", True)
    PARTIAL = ("header only on part of the responses", True)
    CACHE = ("caching", True)
    AUTH = ("authentication in front of CORS", False)
    SERVER_ERROR = ("server or proxy error without CORS headers", False)
    LOGIN_REDIRECT = ("redirect to login", False)
    REDIRECT = ("other redirects", False)
    PLATFORM = ("gateway or function platform", False)
    STORAGE = ("storage bucket", False)
    NETWORK = ("network layer", False)
    LOCAL_NETWORK = ("local network access", False)
    MIXED_CONTENT = ("mixed content", False)
    URL_SHAPE = ("URL or origin shape", False)
    BLOCKER = ("blocked on the client", False)
    NOT_CORS = ("CSP, CORP, COEP or ORB", False)
    COOKIES = ("cookies", False)

    def __init__(self, title: str, is_cors: bool) -> None:
        self.title = title
        self.is_cors = is_cors


@dataclass(frozen=True, slots=True)
class Evidence:
    """The bytes a claim rests on: where they stood (an experiment, a request), the quoted text, and what it shows."""

    where: str
    quote: str
    shows: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a cause looks at: the case, and each browser's outcome over what was seen (None: not known yet)."""

    case: Case
    outcomes: Mapping[str, Outcome | None] = field(default_factory=dict)

    @property
    def preflight(self) -> Exchange | None:
        """The first hop's preflight, when one was sent."""
        return next((e for e in self.case.exchanges(AS_ASKED) if e.request.role is Role.PREFLIGHT), None)

    @property
    def actual(self) -> Exchange | None:
        """The last actual request: the browsers' own, or the one sent anyway after a failed preflight."""
        own = [e for e in self.case.exchanges(AS_ASKED) if e.request.role is Role.ACTUAL]
        anyway = [e for e in self.case.exchanges(ACTUAL_ANYWAY) if e.request.role is Role.ACTUAL]
        return next(iter([*own[-1:], *anyway[-1:]]), None)

    @property
    def refusals(self) -> frozenset[Refusal]:
        """Every refusal any browser ended with."""
        return frozenset(o.failure.refusal for o in self.outcomes.values() if o is not None and o.failure is not None)

    def seen(self, experiment: Experiment) -> tuple[Exchange, ...]:
        """What `experiment` saw; empty when it was not sent."""
        return self.case.exchanges(experiment.name)


@dataclass(frozen=True, slots=True)
class Finding:
    """A cause found in a case. `says` is one sentence about this very case; `next` what will show up once it is
    repaired."""

    cause: str
    title: str
    group: Group
    certainty: Certainty
    says: str
    evidence: tuple[Evidence, ...] = ()
    remedies: tuple[Remedy, ...] = ()
    next: str = ""


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause, with its words.

    `name` is its file's name with dashes. `happened`, `why` and `change` are its page: what happened, why the browser
    refused, what to change (each a short paragraph for a junior); `expert` one paragraph more. `symptoms` are what a
    person sees, in the words they would search. `needs` are the experiments it wants sent. `outranks` names causes
    that say less about the same bytes. `rate` orders causes of equal certainty: the estimated share of real reports,
    in per cent. `detect` returns None when it is not this cause. `example` is facts in which it is found: its test
    feeds it and demands this cause.
    """

    name: str
    title: str
    group: Group
    remedies: tuple[Remedy, ...]
    happened: str
    why: str
    change: str
    expert: str
    detect: Callable[[Facts], Finding | None]
    example: Callable[[], Facts]
    symptoms: tuple[str, ...] = ()
    needs: tuple[Experiment, ...] = ()
    outranks: tuple[str, ...] = ()
    rate: float = 1.0
    sources: tuple[str, ...] = ()

    def found(
        self, certainty: Certainty, says: str, *evidence: Evidence, next: str = "", remedies: tuple[Remedy, ...] = ()
    ) -> Finding:
        """A finding of this cause."""
        return Finding(self.name, self.title, self.group, certainty, says, evidence, remedies or self.remedies, next)


def known_causes() -> dict[str, Cause]:
    """Every cause by name, highest rate first."""
    found = registry.entries("cors_tui.diagnosis.causes", "CAUSE", Cause).values()
    return {cause.name: cause for cause in sorted(found, key=lambda cause: (-cause.rate, cause.name))}
