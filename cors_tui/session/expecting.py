"""Whether a server does what a policy says: a few safe questions, what the policy expects, what came back."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, replace

from cors_tui.case import Call, Case
from cors_tui.fixes.grants import listed_expose
from cors_tui.policy import CorsPolicy, allows_origin
from cors_tui.probe.prober import Prober
from cors_tui.session.asking import dressing
from cors_tui.standards.departures import NO_DEPARTURES
from cors_tui.standards.fetching import Pending, drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.list_header import extract_list
from cors_tui.standards.method import is_safelisted_method
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.response import Answer, NetworkError, Response
from cors_tui.standards.verdict import Failure, Refusal

STRANGER = "https://stranger.example"
"""A page that no policy should name."""

_MOST_REQUESTS = 25
_SUBDOMAIN = "app"

Send = Callable[[WireRequest], Awaitable[Answer]]


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that a policy says of the server, in words: what was asked, expected and got.

    `got` may quote the server; `answered` is False when nothing came back at all.
    """

    asked: str
    expected: str
    got: str
    ok: bool
    answered: bool = True


def first_origin(policy: CorsPolicy) -> str:
    """An origin that `policy` lets in, "" when it lets in none: the first listed, else one that fits a pattern."""
    listed = next((origin for origin in policy.origins if origin != "*"), "")
    if listed:
        return listed
    if "*" in policy.origins:
        return STRANGER
    return policy.patterns[0].replace("*", _SUBDOMAIN, 1) if policy.patterns else ""


async def ask_expected(case: Case, policy: CorsPolicy) -> tuple[Expectation, ...]:
    """Ask the case's URL as its origin and as a stranger, and for each preflight that `policy` allows.

    Only GET and OPTIONS are sent. Judged by the standard alone. Never raises for what a server does.
    """
    async with Prober(case.connection) as prober:

        async def send(wire: WireRequest) -> Answer:
            return await prober.send(wire, dressing(case, wire))

        found: list[Expectation] = []
        for call in _calls(case.call, policy):
            found += await _ask(call, policy, send)
        return tuple(found)


def _calls(call: Call, policy: CorsPolicy) -> Iterator[Call]:
    """The requests to ask: GET from both origins, then what needs a preflight."""
    credentials = CredentialsMode.INCLUDE if policy.credentials else CredentialsMode.OMIT
    bare = replace(call, method="GET", headers=HeaderList(), body=None, cookie="", credentials=credentials)
    yield bare
    if call.origin != STRANGER:
        yield replace(bare, origin=STRANGER)
    headers = HeaderList.of((name, "1") for name in policy.headers if name != "*")
    methods = [method for method in policy.methods if method != "*" and not is_safelisted_method(method)]
    for method in methods or (["GET"] if headers else []):
        yield replace(bare, method=method, headers=headers)


async def _ask(call: Call, policy: CorsPolicy, send: Send) -> list[Expectation]:
    asks_preflight = call.method != "GET" or bool(call.headers)
    end, last = await _asked(call, send, only_preflight=asks_preflight)
    what = f"{call.method} from {call.origin}"
    if asks_preflight:
        names = ", ".join(name for name, _ in call.headers)
        what = f"preflight for {what}" + (f" with {names}" if names else "")
    allowed = allows_origin(policy, call.origin)
    answered = not isinstance(last, NetworkError)
    expected = "allowed" if allowed else "not allowed"
    # A refusal counts as one only when it is CORS that refuses: a server that is down keeps no policy.
    right = answered and (end is None) == allowed
    rows = [Expectation(what, expected, "allowed" if end is None else _words(end), right, answered)]
    if end is None and allowed and isinstance(last, Response):
        rows += _details(what, policy, last.headers, is_preflight=asks_preflight)
    return rows


async def _asked(call: Call, send: Send, *, only_preflight: bool) -> tuple[Failure | None, Answer | None]:
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


def _details(what: str, policy: CorsPolicy, headers: HeaderList, *, is_preflight: bool) -> Iterator[Expectation]:
    """What else the policy says of an answer that lets the page in."""
    if not policy.credentials:
        value = headers.get("access-control-allow-credentials")
        lets_in = value == "true" and headers.get("access-control-allow-origin") != "*"
        got = "with credentials, too" if lets_in else "without credentials"
        yield Expectation(what, "without credentials", got, not lets_in)
    if is_preflight and policy.max_age is not None:
        age = headers.get("access-control-max-age")
        wanted = str(policy.max_age)
        yield Expectation(what, f"max-age {wanted}", f"max-age {age or 'none'}", age == wanted)
    if not is_preflight and policy.expose:
        yield _exposed(what, policy, headers)


def _exposed(what: str, policy: CorsPolicy, headers: HeaderList) -> Expectation:
    listed = extract_list("access-control-expose-headers", headers)
    names = {name.lower() for name in listed.items} if listed and listed.malformed is None else set()
    wanted = listed_expose(policy)
    everything = "*" in names and not policy.credentials
    missing = [name for name in wanted if name.lower() not in names and not everything]
    got = f"{', '.join(missing)} not exposed" if missing else "exposed"
    return Expectation(what, f"exposes {', '.join(wanted)}", got, not missing)


def _words(failure: Failure) -> str:
    if failure.refusal is Refusal.NETWORK:
        return f"no answer: {failure.got or 'the network failed'}"
    value = f" ({failure.header}: {failure.got})" if failure.header and failure.got is not None else ""
    about = f" {failure.about}" if failure.about else ""
    return f"not allowed: {failure.refusal.value}{about}{value}"
