"""The evidence: what was wanted against what came, direct against through, before against after."""

from __future__ import annotations

from dataclasses import dataclass

from textual.content import Content

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.experiments import DIRECT, PAST_THE_CACHE, WITHOUT_ORIGIN
from cors_tui.masking import masked
from cors_tui.policy import least_policy, respond
from cors_tui.report.header_diff import CORS_PREFIX, DiffLine, Sign, compare, compare_status, wanted_against_got
from cors_tui.session.judging import Judgement
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange, Failure, Refusal
from cors_tui.tui.view import View
from cors_tui.tui.visible import elided, escaped, joined, lines, visible
from cors_tui.tui.widgets.diff import diff
from cors_tui.tui.widgets.panel import Panel, Shown
from cors_tui.tui.wording import outcome_of, status_of

WANTED_GOT = ("wanted", "got")
DIRECT_THROUGH = ("direct", "through")
BEFORE_AFTER = ("before", "after")

_WAYS = (
    (WITHOUT_ORIGIN, ("without", "with"), "Without Origin against with it"),
    (PAST_THE_CACHE, ("past", "as asked"), "Past the cache against as asked"),
)
_STATUS_REFUSALS = (Refusal.PREFLIGHT_STATUS, Refusal.PREFLIGHT_REDIRECT)


@dataclass(frozen=True, slots=True)
class Block:
    """One exchange in the panel: its heading and its lines."""

    heading: str
    body: Content


class EvidencePanel(Panel):
    """Below the step."""

    def __init__(self) -> None:
        self.text = Shown()
        super().__init__(self.text, id="evidence")

    def show(self, view: View) -> None:
        self.set_class(view.step == "fix", "-off")
        found = blocks(view)
        first = next(iter(found), None)
        title = first.heading if first else "Evidence"
        self.entitle(visible(elided(escaped(title), view.content_width)))
        self.text.set(_together(found, view))


def _together(found: list[Block], view: View) -> Content:
    if not found:
        return visible(nothing_yet(view), "$quiet")
    first, *others = found
    parts = [first.body]
    for block in others:
        parts += [visible(""), visible(elided(escaped(block.heading), view.content_width), "bold"), block.body]
    return lines(*parts)


def nothing_yet(view: View) -> str:
    """What stands there without an exchange: what to press, or why nothing has to be sent."""
    if view.step == "verify" and view.judgement is not None:
        return "Press r to probe again: what changed stands here then. Press w to watch until it is green."
    if view.case.seen and view.judgement and all(each.outcome for each in view.judgement.verdicts.values()):
        return "Nothing is sent: every browser refuses the call by itself."
    if not view.case.call.url or not view.case.call.origin:
        return "Nothing was sent yet. A probe needs the URL and the page's origin."
    return "Nothing was sent yet. Press r to probe."


def blocks(view: View) -> list[Block]:
    """What the panel shows in this step, the exchange that decides first."""
    if view.step == "verify":
        return _before_and_after(view)
    if view.step == "cdn":
        return [*_direct_and_through(view), *_other_ways(view), *_wanted_and_got(view)]
    return _wanted_and_got(view)


def shown_exchanges(case: Case) -> tuple[Exchange, ...]:
    """The browsers' own requests, then the one sent anyway."""
    return (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))


def _wanted_and_got(view: View) -> list[Block]:
    exchanges = shown_exchanges(view.case)
    fault = view.first_fault
    decisive = fault.failure.request.key if fault and fault.failure.request else None
    ordered = sorted(exchanges, key=lambda exchange: exchange.request.key != decisive)
    return [_block(view, exchange) for exchange in ordered]


def _block(view: View, exchange: Exchange) -> Block:
    request = exchange.request
    name = "Preflight" if request.role is Role.PREFLIGHT else "Request"
    behind = " (what comes next)" if exchange in view.case.exchanges(ACTUAL_ANYWAY) else ""
    heading = f"{name}{behind}  {request.method} {request.url.target}  {outcome_of(exchange)}"
    if exchange.response is None:
        return Block(heading, visible(f"! {outcome_of(exchange)}", "bold $error"))
    found = against_wanted(view, exchange, exchange.response)
    body = diff(found, WANTED_GOT, view.content_width, revealed=view.revealed)
    return Block(heading, lines(body, _others(exchange.response, view)))


def against_wanted(view: View, exchange: Exchange, response: Response) -> list[DiffLine]:
    """The diff of one exchange; the line at which a browser stops first carries the deciding sign."""
    failures = _failures(view.judgement, exchange)
    first = view.first_fault
    decides = first.failure if first and first.failure in failures else None
    wanted = _wanted(view, exchange, failures)
    found = list(
        wanted_against_got(
            wanted, response.headers, {f.header for f in failures if f.header}, decides.header if decides else ""
        )
    )
    status = next((f for f in failures if f.refusal in _STATUS_REFUSALS), None)
    if status is not None:
        sign = Sign.DECIDES if status is decides else Sign.CHANGED
        found.insert(0, DiffLine(sign, "status", "2xx", status_of(response)))
    return sorted(found, key=lambda line: line.sign is not Sign.DECIDES)


def _wanted(view: View, exchange: Exchange, failures: list[Failure]) -> HeaderList:
    """What an ideal server answers for CORS, and what else some browser missed."""
    wanted = respond(least_policy(view.case.call.request()), exchange.request).without("vary")
    for failure in failures:
        if failure.wanted and failure.header and not failure.header.startswith(CORS_PREFIX):
            wanted = wanted.without(failure.header).plus(failure.header, failure.wanted)
    return wanted


def _failures(judgement: Judgement | None, exchange: Exchange) -> list[Failure]:
    faults = judgement.faults if judgement else ()
    return [f.failure for f in faults if f.failure.request and f.failure.request.key == exchange.request.key]


def _others(response: Response, view: View) -> Content:
    """The rest of the headers in short, because they tell who answered."""
    rest = [(n.lower(), v) for n, v in response.headers if not n.lower().startswith(CORS_PREFIX)]
    shown = [f"{name}: {value if view.revealed else masked(name, value)}" for name, value in rest]
    return joined(visible("  "), visible(" · ".join(elided(escaped(text), 60) for text in shown), "$quiet"))


def _direct_and_through(view: View) -> list[Block]:
    """Each request the origin server was asked directly, beside what came through the edge."""
    through = {exchange.request.key: exchange for exchange in shown_exchanges(view.case)}
    found: list[Block] = []
    for straight in view.case.exchanges(DIRECT.name):
        edge = through.get(straight.request.key)
        heading = f"Direct against through  {straight.request.method} {straight.request.url.target}"
        if edge is None or edge.response is None or straight.response is None:
            found.append(Block(heading, visible(f"! direct: {outcome_of(straight)}", "bold $error")))
            continue
        body = two_sided(straight.response, edge.response, DIRECT_THROUGH, view)
        found.append(Block(heading, body))
    return found


def _other_ways(view: View) -> list[Block]:
    """The request itself beside the same without Origin, and past the cache."""
    own = next((e for e in reversed(shown_exchanges(view.case)) if e.request.role is Role.ACTUAL), None)
    found: list[Block] = []
    for experiment, titles, name in _WAYS:
        other = next((e for e in view.case.exchanges(experiment.name) if e.request.role is Role.ACTUAL), None)
        if own is None or other is None or own.response is None or other.response is None:
            continue
        body = two_sided(other.response, own.response, titles, view)
        found.append(Block(f"{name}  {own.request.method} {own.request.url.target}", body))
    return found


def _before_and_after(view: View) -> list[Block]:
    earlier = {
        _place(exchange): exchange for name in (AS_ASKED, ACTUAL_ANYWAY) for exchange in _before(view.case, name)
    }
    found: list[Block] = []
    for exchange in shown_exchanges(view.case):
        old = earlier.get(_place(exchange))
        if old is None or old.response is None or exchange.response is None:
            continue
        heading = f"Before against after  {exchange.request.method} {exchange.request.url.target}"
        found.append(Block(heading, two_sided(old.response, exchange.response, BEFORE_AFTER, view)))
    return found or (_wanted_and_got(view) if view.case.before else [])


def _before(case: Case, name: str) -> tuple[Exchange, ...]:
    sighting = case.before.get(name)
    return sighting.exchanges if sighting else ()


def _place(exchange: Exchange) -> tuple[object, ...]:
    return (exchange.request.role, exchange.request.hop, exchange.request.method)


_NEVER_TELLS = ("date", "content-length", "etag", "last-modified", "age", "expires", "connection", "keep-alive")


def two_sided(left: Response, right: Response, titles: tuple[str, str], view: View) -> Content:
    """Status, CORS headers, then whatever else differs."""
    kept = _telling(left.headers), _telling(right.headers)
    found = [compare_status(left.status, right.status), *compare(*kept)]
    differing = [line for line in found if line.sign is not Sign.SAME or line.name.startswith(CORS_PREFIX)]
    if not differing:
        return visible("= both answers are alike in all that matters here", "$success")
    return diff(differing, titles, view.content_width, revealed=view.revealed)


def _telling(headers: HeaderList) -> HeaderList:
    return headers.without(*_NEVER_TELLS)
