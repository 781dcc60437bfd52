"""The case: what was asked, answered, pasted and seen. Immutable; verdicts, findings and fixes are computed from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from cors_tui.standards.address_space import address_space_of, space_of_host
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.origin import OPAQUE
from cors_tui.standards.request import (
    AddressSpace,
    Body,
    Cookie,
    CredentialsMode,
    Initiator,
    Mode,
    Page,
    RedirectMode,
    Request,
    WireRequest,
)
from cors_tui.standards.response import Answer
from cors_tui.standards.site import ip_of
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange

AS_ASKED = "as-asked"
"""The experiment that is the person's own request, as a browser sends it."""

ACTUAL_ANYWAY = "actual-anyway"
"""The safe request itself, sent although its preflight failed: what comes next."""


@dataclass(frozen=True, slots=True)
class Call:
    """What the page calls, as the person wrote it; texts may be faulty (`cors_tui.inputs.faults` says how).

    `origin` is the page's origin as typed ("" while unknown, "null" for a file or a sandboxed page).
    `cookie` is what the browser would send in a Cookie header (``a=1; b=2``) whenever it sends any. `page_headers` are
    those of the page's own response that say what it may do (its Content-Security-Policy, its
    Cross-Origin-Embedder-Policy), as far as they are known.
    """

    url: str = ""
    origin: str = ""
    method: str = "GET"
    headers: HeaderList = field(default_factory=HeaderList)
    body: str | None = None
    credentials: CredentialsMode = CredentialsMode.SAME_ORIGIN
    mode: Mode = Mode.CORS
    redirect: RedirectMode = RedirectMode.FOLLOW
    initiator: Initiator = Initiator.FETCH
    cookie: str = ""
    page_headers: HeaderList = field(default_factory=HeaderList)

    def request(self) -> Request:
        """The call as the standard's request. An origin that is not one counts as opaque.

        The address space of the page is known where its origin names an address; a name is not looked up.
        """
        page_url = parse_url(self.origin)
        space = (page_url and space_of_host(page_url.host)) or AddressSpace.UNKNOWN
        origin = page_url.origin if page_url else OPAQUE
        page = Page(origin, page_url, self.page_headers, space, self.cookies())
        return Request(
            page=page,
            url=parse_url(self.url),
            url_text=self.url,
            method=self.method,
            headers=self.headers,
            body=None if self.body is None else Body(self.body),
            credentials_mode=self.credentials,
            mode=self.mode,
            redirect_mode=self.redirect,
            initiator=self.initiator,
        )

    def cookies(self) -> tuple[Cookie, ...]:
        """The given cookies as a jar that may send them to the called host wherever credentials go."""
        target = parse_url(self.url)
        if target is None:
            return ()
        pairs = (part.strip().partition("=") for part in self.cookie.split(";") if part.strip())
        return tuple(Cookie(n, v, target.host, same_site="none", secure=target.scheme == "https") for n, _, v in pairs)


@dataclass(frozen=True, slots=True)
class Connection:
    """How the target is reached, with curl's meanings of the options.

    `connect_to` holds ``HOST1:PORT1:HOST2:PORT2`` (or ``HOST:PORT`` for everything), `resolve` ``HOST:PORT:ADDRESS``,
    `proxy` a URL, "" for the system's own. `max_time` is the total deadline of one exchange in seconds.
    `dressed_as` is the browser whose headers a probe wears; `user_agent` overrides its User-Agent when not "".
    """

    connect_to: tuple[str, ...] = ()
    resolve: tuple[str, ...] = ()
    proxy: str = ""
    insecure: bool = False
    cacert: str = ""
    max_time: float = 10.0
    dressed_as: str = "chromium"
    user_agent: str = ""


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one experiment saw: its exchanges in the order they were sent. `at` is seconds since the epoch."""

    experiment: str
    exchanges: tuple[Exchange, ...]
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a name led to when it was looked up: IP addresses in a browser's order, none when it has none.

    `at` is seconds since the epoch: the next answer may be another one.
    """

    host: str
    addresses: tuple[str, ...]
    at: float = 0.0

    @property
    def space(self) -> AddressSpace:
        """The space of the address a browser tries first."""
        found = ip_of(self.addresses[0]) if self.addresses else None
        return address_space_of(found) if found else AddressSpace.UNKNOWN


@dataclass(frozen=True, slots=True)
class Case:
    """One problem a person has. Every change makes a new case, so that going back loses nothing.

    `answers` maps a question's name to the answer chosen there; `seen` maps an experiment's name to its latest
    sighting; `consents` holds what the person said yes to ("send" for an unsafe request). `lookups` are the names that
    were looked up for Local Network Access.
    """

    call: Call = field(default_factory=Call)
    connection: Connection = field(default_factory=Connection)
    answers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    pasted: tuple[str, ...] = ()
    seen: Mapping[str, Sighting] = field(default_factory=lambda: MappingProxyType({}))
    consents: frozenset[str] = frozenset()
    before: Mapping[str, Sighting] = field(default_factory=lambda: MappingProxyType({}))
    lookups: tuple[Lookup, ...] = ()

    def request(self) -> Request:
        """The call as the standard's request, with the address spaces of the names that were looked up."""
        request = self.call.request()
        spaces = {lookup.host: lookup.space for lookup in self.lookups}
        page = request.page
        if page.url is not None and page.address_space is AddressSpace.UNKNOWN and page.url.host in spaces:
            page = replace(page, address_space=spaces[page.url.host])
        return replace(request, page=page, address_spaces=tuple(spaces.items())) if spaces else request

    def with_call(self, call: Call) -> Case:
        """The case asking something else: what was seen belongs to the old call and goes."""
        if call == self.call:
            return self
        empty: Mapping[str, Sighting] = MappingProxyType({})
        return replace(self, call=call, seen=empty, before=empty, consents=frozenset(), lookups=())

    def with_answer(self, question: str, answer: str) -> Case:
        return replace(self, answers=MappingProxyType({**self.answers, question: answer}))

    def with_sighting(self, sighting: Sighting) -> Case:
        return replace(self, seen=MappingProxyType({**self.seen, sighting.experiment: sighting}))

    def with_consent(self, consent: str) -> Case:
        return replace(self, consents=self.consents | {consent})

    def asking_again(self) -> Case:
        """The same case before a new probe: what was seen becomes *before*, to be compared with."""
        return replace(self, before=self.seen, seen=MappingProxyType({}), lookups=())

    def exchanges(self, experiment: str) -> tuple[Exchange, ...]:
        """What `experiment` saw; empty when it has not been sent."""
        sighting = self.seen.get(experiment)
        return sighting.exchanges if sighting else ()

    def known_answer(self, wire: WireRequest) -> Answer | None:
        """What is known to come back for one of the browsers' own requests; None when it was not sent.

        An unsafe request is sent once for one consent: its answer serves every browser, whatever differs in form.
        """
        for exchange in self.exchanges(AS_ASKED):
            same = exchange.request.key == wire.key
            if same or (not wire.is_safe and _same_but_for_form(exchange.request, wire)):
                return exchange.answer
        return None


def _same_but_for_form(a: WireRequest, b: WireRequest) -> bool:
    return (a.role, a.hop, a.method, a.url) == (b.role, b.hop, b.method, b.url)
