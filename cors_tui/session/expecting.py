"""Whether a server does what a policy says, and no more: a few safe questions, what is expected, what came back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import replace

from cors_tui.case import Call, Case
from cors_tui.experiment import STRANGER, with_fresh_query
from cors_tui.fixes.grants import listed_expose
from cors_tui.policy import CorsPolicy, allows_origin
from cors_tui.probe.prober import Prober
from cors_tui.session.asking import dressing
from cors_tui.session.exceeding import (
    credentials_row,
    headers_to_probe,
    listed_beyond,
    methods_to_probe,
    vary_row,
)
from cors_tui.session.expectation import Expectation, evidence_of, is_answered
from cors_tui.session.outsiders import Outsider, examples, outsiders
from cors_tui.session.pacing import asks_for_rest, rest_seconds
from cors_tui.standards.cors_check import cors_check
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.list_header import extract_list
from cors_tui.standards.method import is_safelisted_method
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Answer, Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange, Failure, Refusal

_MOST_REQUESTS = 25
_PREFLIGHTED_STRANGERS = (STRANGER, "null")

Send = Callable[[WireRequest], Awaitable[Answer]]


def first_origin(policy: CorsPolicy) -> str:
    """An origin that `policy` lets in, "" when it lets in none: the first listed, else one that fits a pattern."""
    if "*" in policy.origins and policy.origins[0] == "*":
        return STRANGER
    return next(iter(examples(policy)), "")


async def ask_expected(case: Case, policy: CorsPolicy) -> tuple[Expectation, ...]:
    """Ask the case's URL as its origin, as every other that `policy` lets in, and as those that it keeps out; for each
    preflight that it allows, and for some that it does not.

    Only GET and OPTIONS are sent, with a rest between them, and no more once the server asks for one. Judged by the
    standard alone. Never raises for what a server does.
    """
    async with Prober(case.connection) as prober:

        async def send(wire: WireRequest) -> Answer:
            answer = await prober.send(wire, dressing(case, wire))
            if isinstance(answer, Response) and asks_for_rest(answer):
                raise _RestWantedError(answer)
            await asyncio.sleep(rest_seconds([Exchange(wire, answer)]))
            return answer

        return tuple([row async for row in _until_rest(_Asker(case.call, policy, send).rows())])


async def _until_rest(rows: AsyncIterator[Expectation]) -> AsyncIterator[Expectation]:
    """`rows`, and why there are no more where the server asked for a rest."""
    try:
        async for row in rows:
            yield row
    except _RestWantedError as wanted:
        got = "the server asks for a rest, so nothing more was asked"
        yield Expectation("the rest", "an answer", got, ok=False, evidence=evidence_of(wanted.answer))


class _RestWantedError(Exception):
    """The server says that it was asked too much."""

    def __init__(self, answer: Response) -> None:
        super().__init__()
        self.answer = answer


class _Asker:
    """Asks one URL about one policy. `seen` holds the answers to the same GET by whom it was from, in words."""

    def __init__(self, call: Call, policy: CorsPolicy, send: Send) -> None:
        credentials = CredentialsMode.INCLUDE if policy.credentials else CredentialsMode.OMIT
        self.bare = replace(call, method="GET", headers=HeaderList(), body=None, cookie="", credentials=credentials)
        self.policy = policy
        self.send = send
        self.seen: dict[str, Response] = {}

    async def rows(self) -> AsyncIterator[Expectation]:
        """Whom it lets in, whom it keeps out, then what it lets them do. Nothing more where nothing answers."""
        own = await self._page(self.bare)
        for row in own:
            yield row
        if not own[0].answered:
            return
        for origin in examples(self.policy):
            if origin != self.bare.origin:
                for row in await self._page(replace(self.bare, origin=origin, url=_fresh(self.bare.url))):
                    yield row
        async for row in self._outsiders():
            yield row
        if "*" not in self.policy.origins and (vary := await self._vary()):
            yield vary
        for call, expected in self._preflights():
            for row in await self._preflight(call, expected):
                yield row

    async def _page(self, call: Call) -> list[Expectation]:
        """A GET from a page, judged as a browser would, and what else the policy says of its answer."""
        end, last = await _asked(call, self.send)
        what = f"GET from {call.origin}"
        rows = [_row(what, end, last, allowed=allows_origin(self.policy, call.origin))]
        if isinstance(last, Response):
            self.seen = self.seen or {call.origin: last}
            if end is None and rows[0].ok:
                rows += self._details(what, last, is_preflight=False)
        return rows

    async def _outsiders(self) -> AsyncIterator[Expectation]:
        """Whoever is not to be let in, as the bytes on the wire: no page is needed to be told No."""
        for outsider in outsiders(self.policy):
            if outsider.origin == self.bare.origin:
                continue
            answer = await self.send(self._wire(outsider.origin))
            yield _outsider_row(f"GET from {outsider.origin}", outsider, answer)
            if isinstance(answer, Response) and outsider.origin == STRANGER:
                self.seen[STRANGER] = answer
            if outsider.origin in _PREFLIGHTED_STRANGERS:
                method = next((each for each in self.policy.methods if each != "*"), "PUT")
                answer = await self.send(self._wire(outsider.origin, method))
                yield _outsider_row(f"preflight for {method} from {outsider.origin}", outsider, answer)

    async def _vary(self) -> Expectation | None:
        """Asked only where the answer may depend on the origin at all."""
        answer = await self.send(self._wire(None))
        return vary_row({**self.seen, "no origin": answer}) if isinstance(answer, Response) else None

    def _wire(self, origin: str | None, preflights_for: str = "") -> WireRequest:
        url = parse_url(self.bare.url if preflights_for else _fresh(self.bare.url))
        assert url is not None, "something answered at it"
        headers = HeaderList.of([("Origin", origin)] if origin is not None else [])
        if preflights_for:
            asks = headers.plus("Access-Control-Request-Method", preflights_for)
            return WireRequest(Role.PREFLIGHT, 0, "OPTIONS", url, asks)
        return WireRequest(Role.ACTUAL, 0, "GET", url, headers)

    def _preflights(self) -> Iterator[tuple[Call, bool]]:
        """What the policy gives a page that may call, then what it does not give."""
        policy, may_call = self.policy, allows_origin(self.policy, self.bare.origin)
        headers = HeaderList.of((name, "1") for name in policy.headers if name != "*")
        methods = [method for method in policy.methods if method != "*" and not is_safelisted_method(method)]
        for method in methods or (["GET"] if headers else []):
            yield replace(self.bare, method=method, headers=headers), may_call
        for method in methods_to_probe(policy):
            yield replace(self.bare, method=method), False
        for name in headers_to_probe(policy):
            yield replace(self.bare, headers=HeaderList.of([(name, "1")])), False

    async def _preflight(self, call: Call, allowed: bool) -> list[Expectation]:
        end, last = await _asked(call, self.send, only_preflight=True)
        names = ", ".join(name for name, _ in call.headers)
        what = f"preflight for {call.method} from {call.origin}" + (f" with {names}" if names else "")
        rows = [_row(what, end, last, allowed=allowed)]
        if end is None and allowed and isinstance(last, Response):
            rows += self._details(what, last, is_preflight=True)
        return rows

    def _details(self, what: str, response: Response, *, is_preflight: bool) -> Iterator[Expectation]:
        """What else the policy says of an answer that lets the page in."""
        policy, headers = self.policy, response.headers
        if not policy.credentials:
            yield credentials_row(what, response)
        if is_preflight and policy.max_age is not None:
            age = headers.get("access-control-max-age")
            wanted = str(policy.max_age)
            got = f"max-age {age or 'none'}"
            yield Expectation(what, f"max-age {wanted}", got, age == wanted, evidence=evidence_of(response))
        if not is_preflight and policy.expose:
            yield _exposed(what, policy, response)
        yield from listed_beyond(what, policy, response, is_preflight=is_preflight)


async def _asked(call: Call, send: Send, *, only_preflight: bool = False) -> tuple[Failure | None, Answer | None]:
    """The failure by the standard (None: allowed) and the last answer; nothing but safe requests is sent."""
    known: dict[object, Answer] = {}
    last: Answer | None = None
    request = call.request()
    for _ in range(_MOST_REQUESTS):
        end = drive(fetch(request, NO_DEPARTURES), lambda wire: known.get(wire.key))
        if not isinstance(end, Pending):
            return end.failure, last
        wire = end.request
        if not wire.is_safe or (only_preflight and wire.role is Role.ACTUAL):
            return None, last
        last = known[wire.key] = await send(wire)
    return None, last


def _row(what: str, end: Failure | None, last: Answer | None, *, allowed: bool) -> Expectation:
    """A refusal counts as one only when it is CORS that refuses: a server that is down keeps no policy."""
    answered = is_answered(last)
    got = "allowed" if end is None else _words(end)
    right = answered and (end is None) == allowed
    return Expectation(what, "allowed" if allowed else "not allowed", got, right, answered, evidence_of(last))


def _outsider_row(what: str, outsider: Outsider, answer: Answer) -> Expectation:
    expected = f"not allowed ({outsider.trick})"
    if not isinstance(answer, Response):
        return Expectation(what, expected, f"no answer: {answer.failure.value}", ok=False, answered=False)
    let_in = cors_check(answer.headers, outsider.origin, CredentialsMode.OMIT) is None
    too = cors_check(answer.headers, outsider.origin, CredentialsMode.INCLUDE) is None
    got = f"allowed{', with credentials' if too else ''}" if let_in else "not allowed"
    return Expectation(what, expected, got, not let_in, evidence=evidence_of(answer))


def _exposed(what: str, policy: CorsPolicy, response: Response) -> Expectation:
    listed = extract_list("access-control-expose-headers", response.headers)
    names = {name.lower() for name in listed.items} if listed and listed.malformed is None else set()
    wanted = listed_expose(policy)
    everything = "*" in names and not policy.credentials
    missing = [name for name in wanted if name.lower() not in names and not everything]
    got = f"{', '.join(missing)} not exposed" if missing else "exposed"
    return Expectation(what, f"exposes {', '.join(wanted)}", got, not missing, evidence=evidence_of(response))


def _words(failure: Failure) -> str:
    if failure.refusal is Refusal.NETWORK:
        return f"no answer: {failure.got or 'the network failed'}"
    value = f" ({failure.header}: {failure.got})" if failure.header and failure.got is not None else ""
    about = f" {failure.about}" if failure.about else ""
    return f"not allowed: {failure.refusal.value}{about}{value}"


def _fresh(url: str) -> str:
    """`url` with a query value of its own, so that no shared cache keeps the answer under the person's URL."""
    parsed = parse_url(url)
    return with_fresh_query(parsed).href if parsed else url
