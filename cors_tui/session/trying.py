"""Try it here: the fix booted in a scratch folder, the case and a round of others sent to it, each real answer beside
its prediction."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass, replace

from cors_tui.browsers.browser import Browser, known_browsers
from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case, Connection
from cors_tui.experiment import STRANGER
from cors_tui.fixes.framework import Expected, Framework, Program
from cors_tui.policy import CorsPolicy
from cors_tui.probe.prober import Prober
from cors_tui.session.asking import SEND, ask_browsers, dressing
from cors_tui.session.booting import BootError, run, scratch, serving
from cors_tui.session.judging import BrowserVerdict, Word, word_for
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Answer, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange

PATH = "/ok"
"""The path of our own projects that answers every method of an API."""

_HANDLED = ("GET", "POST", "PUT", "PATCH", "DELETE")
_RUNTIMES = {"javascript": ("node", "npm"), "python": ("python3",), "rust": ("cargo",), "nginx": ("nginx",)}


@dataclass(frozen=True, slots=True)
class Plan:
    """What trying would install and run, said before anything of it is done.

    `missing` names the programs that it needs and that are not installed here.
    """

    framework: Framework
    policy: CorsPolicy
    program: Program
    missing: tuple[str, ...] = ()

    @property
    def commands(self) -> tuple[str, ...]:
        """Each command as a shell would take it, in the order they would be run."""
        return tuple(shlex.join(command) for command in (*self.program.install, self.program.start))

    @property
    def packages(self) -> str:
        """What the installation brings by name and version; "" where it only looks for what is there."""
        if self.framework.language == "nginx":
            return ""
        return ", ".join(f"{name} {version}" for name, version in self.framework.stacks[0].packages)


@dataclass(frozen=True, slots=True)
class Tried:
    """One request to the booted server: `what` it is in a phrase, what came back, what was predicted, and where they
    differ (one sentence each; nothing for an answer as predicted)."""

    what: str
    request: WireRequest
    answer: Answer
    expected: Expected
    differences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What the booted server did, the case's own requests first. `verdicts` are those of the case itself, had its
    server answered so."""

    plan: Plan
    tried: tuple[Tried, ...]
    verdicts: dict[str, BrowserVerdict]

    @property
    def as_predicted(self) -> bool:
        """Whether something was asked and every answer was as predicted."""
        return bool(self.tried) and not any(each.differences for each in self.tried)


@dataclass(frozen=True, slots=True)
class NotTried:
    """Nothing was tried, and why, in one sentence. `output` is the end of what a program printed: foreign text."""

    plan: Plan
    why: str
    output: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: in a phrase what is being done, or the end (`says` is "" then)."""

    says: str = ""
    end: Trial | NotTried | None = None


def plan(framework: Framework, policy: CorsPolicy, find: Callable[[str], str | None] = shutil.which) -> Plan:
    """What trying `policy` in `framework` takes on this machine; `find` gives a program's path, None for none.

    Raises `cors_tui.fixes.policy_faults.PolicyRefusedError` for a policy that must not become code.
    """
    needed = _RUNTIMES.get(framework.language, ())
    return Plan(framework, policy, framework.program(policy), tuple(name for name in needed if find(name) is None))


async def try_here(case: Case, planned: Plan, *, yes: bool) -> AsyncGenerator[Step]:
    """Install and start what is `planned`, send the case to it, and clean up; the last step has the end.

    Nothing is written, installed or run unless `yes`, the person's own. Close the iterator to stop: the folder and
    the processes go then, too. Never raises for what a program or a server does.
    """
    if planned.missing:
        yield Step(end=NotTried(planned, f"Not installed here: {', '.join(planned.missing)}."))
        return
    if not yes:
        yield Step(end=NotTried(planned, "Nothing was installed or run, as there was no yes."))
        return
    try:
        with scratch(planned.program) as folder:
            for command in planned.program.install:
                yield Step(f"installing: {shlex.join(command)}")
                await run(command, folder)
            yield Step(f"starting: {shlex.join(planned.program.start)}")
            async with serving(planned.program.start, folder, environment(planned.policy)) as port:
                yield Step(f"sending the case to 127.0.0.1:{port}")
                own = pointed_at(case, port)
                exchanges = await _asked(own)
                yield Step("asking for errors, and as a page that may not call")
                yield Step(end=_judged(case, planned, exchanges, await _asked_besides(own)))
    except BootError as error:
        yield Step(end=NotTried(planned, str(error), error.output))


def environment(policy: CorsPolicy) -> dict[str, str]:
    """What the program reads its origins from, where the policy says that it reads them."""
    return {policy.from_env: ",".join(policy.origins)} if policy.from_env else {}


def pointed_at(case: Case, port: int) -> Case:
    """`case` calling our own server on 127.0.0.1: as it is otherwise, nothing seen yet, and free to send anything."""
    asked = Connection(
        max_time=case.connection.max_time,
        dressed_as=case.connection.dressed_as,
        user_agent=case.connection.user_agent,
    )
    call = replace(case.call, url=f"http://127.0.0.1:{port}{PATH}")
    return Case(call, asked).with_consent(SEND)


@dataclass(frozen=True, slots=True)
class Beside:
    """One request beside the case's own: `path` and the `status` that our projects answer there; `preflights_for`
    makes it a preflight. `stranger`: from a page that the policy does not name."""

    what: str
    path: str
    status: int
    preflights_for: str = ""
    stranger: bool = False


BESIDES = (
    Beside("a preflight, before the guard", "/private", 200, preflights_for="POST"),
    Beside("a guard refuses", "/private", 401),
    Beside("no such path", "/not-there", 404),
    Beside("the handler throws", "/boom", 500),
    Beside("a stranger's page", PATH, 200, stranger=True),
    Beside("a stranger's preflight", PATH, 200, preflights_for="POST", stranger=True),
)


def _wire(case: Case, beside: Beside) -> WireRequest:
    url = parse_url(case.call.url.removesuffix(PATH) + beside.path)
    assert url is not None, "it is our own server's"
    headers = HeaderList.of([("Origin", STRANGER if beside.stranger else case.call.origin)])
    if not beside.preflights_for:
        return WireRequest(Role.ACTUAL, 0, "GET", url, headers)
    return WireRequest(
        Role.PREFLIGHT, 0, "OPTIONS", url, headers.plus("Access-Control-Request-Method", beside.preflights_for)
    )


async def _asked_besides(case: Case) -> tuple[tuple[Beside, Exchange], ...]:
    found: list[tuple[Beside, Exchange]] = []
    async with Prober(case.connection) as prober:
        for beside in BESIDES:
            wire = _wire(case, beside)
            found.append((beside, Exchange(wire, await prober.send(wire, dressing(case, wire)))))
    return tuple(found)


async def _asked(case: Case) -> tuple[Exchange, ...]:
    async for step in ask_browsers(case):
        case = step.case
    return (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))


def _judged(
    case: Case, planned: Plan, exchanges: tuple[Exchange, ...], besides: tuple[tuple[Beside, Exchange], ...]
) -> Trial:
    own = (_compared(planned, _own(each.request), each, _own_status(each.request)) for each in exchanges)
    others = (_compared(planned, beside.what, each, beside.status) for beside, each in besides)
    tried = (*own, *others)
    verdicts = {each.name: _verdict(case, each, exchanges) for each in known_browsers().values()}
    return Trial(planned, tried, verdicts)


def _own(request: WireRequest) -> str:
    return "your preflight" if request.role is Role.PREFLIGHT else "your request"


def _own_status(request: WireRequest) -> int | None:
    """What our projects answer at their path; None for a method that they do not handle."""
    return 200 if request.method in _HANDLED else None


def _compared(planned: Plan, what: str, exchange: Exchange, status: int | None) -> Tried:
    """`status` is the application's own, None where nothing is known of it; the framework's comes first."""
    response = exchange.response
    known = status or (response.status if response else 200)
    expected = planned.framework.expected(planned.policy, exchange.request, known)
    expected = replace(expected, status=expected.status or status)
    differences = expected.differences(response) if response else ("no answer came",)
    return Tried(what, exchange.request, exchange.answer, expected, differences)


def _verdict(case: Case, browser: Browser, exchanges: tuple[Exchange, ...]) -> BrowserVerdict:
    """The verdict on the case's own call: whether this machine may be called from its page is another question."""

    def answer(wire: WireRequest) -> Response | None:
        matching = [each for each in exchanges if each.request.role is wire.role and each.response is not None]
        same = (each for each in matching if _named(each.request) == _named(wire))
        found = next(same, next(iter(matching), None))
        return found.response if found else None

    end = drive(fetch(case.call.request(), browser.departures), answer)
    if isinstance(end, Pending):
        return BrowserVerdict(browser.name, browser.title, Word.UNDECIDED, None, end)
    return BrowserVerdict(
        browser.name, browser.title, word_for(end), end, None, browser.write(end, case.call.request())
    )


def _named(wire: WireRequest) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name.lower(), value) for name, value in wire.headers))
