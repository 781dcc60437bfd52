"""From a judged case to a fix: the policy it needs, the framework that was recognised, now and after."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cors_tui.browsers.browser import Browser, known_browsers
from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Case
from cors_tui.fixes.fix import Fix
from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.fixes.policy_faults import EVERYBODY, sound
from cors_tui.policy import CorsPolicy, least_policy
from cors_tui.remedy import Place, Remedy
from cors_tui.session.judging import BrowserVerdict, Judgement, Word, word_for
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import is_token
from cors_tui.standards.list_header import extract_list
from cors_tui.standards.request import Request, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange

_ANSWERED_BY_CODE = (Place.SERVER, Place.PROXY)
_IN_ITS_PLACE = (
    "Take out what sets Access-Control-Allow-Origin now (another CORS middleware, a route's own header, a proxy): left "
    "beside this, it overwrites or doubles it."
)


@dataclass(frozen=True, slots=True)
class NowAndAfter:
    """One response now and as predicted. `what` is "preflight" or "request"; a status of None is not known."""

    what: str
    now: HeaderList
    after: HeaderList
    status_now: int | None
    status_after: int | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fix, the lines it will change, and the verdict each browser would then give."""

    fix: Fix
    changes: tuple[NowAndAfter, ...]
    verdicts_after: dict[str, BrowserVerdict]


def suggested_policy(case: Case) -> CorsPolicy:
    """The least policy that makes the case work, plus what the server allows already.

    That is everybody, where it lets everybody in with every answer and the call goes without credentials.
    """
    least = least_policy(case.call.request())
    responses = [e.response for e in _exchanges(case) if e.response is not None]
    if least.origins and not least.credentials and _lets_everybody_in(responses):
        return sound(_for_everybody(least, case, responses), kept=least)
    allowed = [r.headers.get("access-control-allow-origin") or "" for r in responses]
    others = [text for text in dict.fromkeys(allowed) if _is_origin(text) and text not in least.origins]
    wider = replace(
        least,
        origins=(*least.origins, *others),
        methods=_merged(least.methods, _listed(responses, "access-control-allow-methods")),
        headers=_merged(least.headers, _listed(responses, "access-control-allow-headers")),
        expose=_merged((*least.expose, *_read_by_page(case)), _listed(responses, "access-control-expose-headers")),
        credentials=least.credentials or _already_credentialed(responses),
    )
    return sound(wider, kept=least)


def _lets_everybody_in(responses: list[Response]) -> bool:
    return bool(responses) and all(
        r.headers.get("access-control-allow-origin") == "*" and "access-control-allow-credentials" not in r.headers
        for r in responses
    )


def _for_everybody(least: CorsPolicy, case: Case, responses: list[Response]) -> CorsPolicy:
    """`least` without its origin; a wildcard that the server sends for a list stays one, too."""
    methods = _merged(least.methods, _listed(responses, "access-control-allow-methods", wildcard=True))
    expose = _merged(_read_by_page(case), _listed(responses, "access-control-expose-headers", wildcard=True))
    return replace(
        least,
        origins=(EVERYBODY,),
        methods=(EVERYBODY,) if EVERYBODY in methods else methods,
        headers=_merged(least.headers, _listed(responses, "access-control-allow-headers", wildcard=True)),
        expose=(EVERYBODY,) if EVERYBODY in expose else expose,
    )


def recognised_framework(case: Case, place: Place | None = None) -> tuple[Framework, str] | None:
    """The framework that gives itself away in an answer of `case`, and the bytes that do.

    Where a proxy and the server behind it both do, it is the one at `place`; without a place, the first seen.
    """
    found = tuple(_given_away(case))
    return next((each for each in found if _stands_at(each[0]) is place), next(iter(found), None))


def _given_away(case: Case) -> Iterator[tuple[Framework, str]]:
    for sighting in case.seen.values():
        for exchange in sighting.exchanges:
            for framework in known_frameworks().values():
                given_away = framework.recognise(exchange.response) if exchange.response else ""
                if given_away:
                    yield framework, given_away


def _stands_at(framework: Framework) -> Place:
    return Place.PROXY if Remedy.OWN_AT_PROXY in framework.remedies else Place.SERVER


def propose(
    case: Case, judgement: Judgement, framework: Framework, policy: CorsPolicy, *, development: bool = False
) -> Proposal | None:
    """The fix for the first finding that has a remedy in `framework`; None when nothing at the server helps, or the
    policy has a grave fault (`framework.faults` says which)."""
    if any(fault.grave for fault in framework.faults(policy)):
        return None
    fix = framework.development_fix(policy) if development else _first_fix(judgement, framework, policy)
    if fix is None:
        return None
    if _stands_at(framework) is Place.SERVER and _sets_it_now(case):
        fix = replace(fix, notes=(_IN_ITS_PLACE, *fix.notes))
    request = case.call.request()
    verdicts = {b.name: _verdict_after(case, b, request, framework, fix.policy) for b in known_browsers().values()}
    return Proposal(fix, changes(case, framework, fix.policy), verdicts)


def remedies(judgement: Judgement) -> tuple[Remedy, ...]:
    """What helps, the most telling first; sending the policy when browsers refuse and no cause is known."""
    found = tuple(dict.fromkeys(r for finding in judgement.diagnosis.findings for r in finding.remedies))
    if found or not any(verdict.word is Word.BLOCKED for verdict in judgement.verdicts.values()):
        return found
    return (Remedy.SEND_POLICY,)


def is_repaired_by_code(judgement: Judgement) -> bool:
    """Whether some framework has code for something that helps; else a policy, right or wrong, has no part in it."""
    frameworks = known_frameworks().values()
    return any(remedy in framework.remedies for remedy in remedies(judgement) for framework in frameworks)


def changes(case: Case, framework: Framework, policy: CorsPolicy) -> tuple[NowAndAfter, ...]:
    """Each response of the case now, and as `framework` with `policy` would answer."""
    found: dict[str, NowAndAfter] = {}
    for exchange in _exchanges(case):
        what = "preflight" if exchange.request.role is Role.PREFLIGHT else "request"
        found[what] = _now_and_after(what, exchange, framework, policy)
    return tuple(found.values())


def cors_headers(headers: HeaderList) -> HeaderList:
    """The headers a CORS diff shows: Access-Control-* and Vary."""
    return HeaderList(tuple(p for p in headers if p[0].lower().startswith("access-control-") or p[0].lower() == "vary"))


def _sets_it_now(case: Case) -> bool:
    return any(e.response is not None and "access-control-allow-origin" in e.response.headers for e in _exchanges(case))


def _first_fix(judgement: Judgement, framework: Framework, policy: CorsPolicy) -> Fix | None:
    wanted = [remedy for remedy in remedies(judgement) if remedy.place in _ANSWERED_BY_CODE]
    return next((fix for fix in (framework.fix(policy, remedy) for remedy in wanted) if fix is not None), None)


def _now_and_after(what: str, exchange: Exchange, framework: Framework, policy: CorsPolicy) -> NowAndAfter:
    response = exchange.response
    status = response.status if response else None
    expected = framework.expected(policy, exchange.request, status or 200)
    now = cors_headers(response.headers) if response else HeaderList()
    return NowAndAfter(what, now, expected.headers, status, expected.status or status)


def _verdict_after(
    case: Case, browser: Browser, request: Request, framework: Framework, policy: CorsPolicy
) -> BrowserVerdict:
    seen = {e.request.key: e.response for e in _exchanges(case)}

    def answer(wire: WireRequest) -> Response:
        now = seen.get(wire.key)
        status = 200 if now is None or 300 <= now.status < 400 else now.status
        expected = framework.expected(policy, wire, status)
        return Response(expected.status or status, expected.headers)

    end = drive(fetch(request, browser.departures), answer)
    if isinstance(end, Pending):
        return BrowserVerdict(browser.name, browser.title, Word.UNDECIDED, None, end)
    return BrowserVerdict(browser.name, browser.title, word_for(end), end, None, browser.write(end, request))


def _exchanges(case: Case) -> tuple[Exchange, ...]:
    return (*case.exchanges(AS_ASKED), *case.exchanges(ACTUAL_ANYWAY))


def _is_origin(text: str) -> bool:
    url = parse_url(text)
    return url is not None and url.is_http and str(url.origin) == text


def _read_by_page(case: Case) -> tuple[str, ...]:
    """The response header that the person says the page reads."""
    name = case.answers.get("reads-header", "").strip()
    return (name,) if is_token(name) else ()


def _listed(responses: list[Response], name: str, *, wildcard: bool = False) -> tuple[str, ...]:
    """What well-formed lists name, ``*`` if `wildcard`; nothing is taken over from a list that no browser can read."""
    lists = [extract_list(name, response.headers) for response in responses]
    return tuple(
        each
        for found in lists
        if found is not None and found.malformed is None
        for each in found.items
        if wildcard or each != EVERYBODY
    )


def _merged(ours: tuple[str, ...], theirs: tuple[str, ...]) -> tuple[str, ...]:
    known = {token.lower() for token in ours}
    return (*ours, *(token for token in dict.fromkeys(theirs) if token.lower() not in known))


def _already_credentialed(responses: list[Response]) -> bool:
    return any(
        r.headers.get("access-control-allow-credentials") == "true"
        and (r.headers.get("access-control-allow-origin") or "*") != "*"
        for r in responses
    )
