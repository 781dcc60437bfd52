"""Our dressed requests beside those that real engines sent."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.browsers.browser import known_browsers
from cors_tui.standards.origin import same_origin
from cors_tui.standards.request import Initiator, Mode, Request, Role, WireRequest
from tests.truth.agreement import case_of, ended, records

Pair = tuple[str, str]

OF_THE_MACHINE = {"user-agent", "accept-language", "sec-ch-ua"}
"""Their values tell the machine of the recording (headless, its language), not the engine."""

OF_THE_JAR = ("cookie", "sec-fetch-storage-access")
"""Whether they are there depends on the cookies of the recording."""

RELOADED = ("cache-control", "pragma")
"""Sent by an engine that reloads; a page's plain request has none."""


def both(
    engine: str, role: Role, *, elements: bool = False
) -> Iterator[tuple[str, Request, WireRequest, list[Pair], list[Pair]]]:
    """(case, request, wire, ours, theirs) for every recorded request of `role` before redirects: of a script, or of
    elements and event streams."""
    browser = known_browsers()[engine]
    for name, record in records(engine).items():
        case = case_of(name)
        by_script = case.request.initiator in (Initiator.FETCH, Initiator.XHR)
        if by_script is elements or case.request.cache_mode != "default":
            continue
        outcome = ended(name, browser.departures)
        wires = [exchange.request for exchange in outcome.exchanges]
        for wire, theirs in zip(wires, record["requests"], strict=False):
            if wire.role is role and wire.hop == 0 and wire.role.value == theirs["role"]:
                pairs = [(n, v) for n, v in theirs["headers"]]
                yield name, case.request, wire, list(browser.dress(wire, case.request)), pairs


def preflights_that_differ(engine: str) -> tuple[int, dict[str, object]]:
    """How many preflights were compared, and ours and theirs of each that differs."""
    seen = 0
    differing: dict[str, object] = {}
    for name, request, _, ours, theirs in both(engine, Role.PREFLIGHT):
        if _is_reload(theirs) or request.referrer_policy:
            continue
        seen += 1
        if _comparable(ours) != _comparable(theirs):
            differing[name] = (ours, theirs)
    return seen, differing


def requests_that_differ(engine: str) -> tuple[int, dict[str, object]]:
    """The same for the names of plain cross-origin requests of `fetch`, less those of the jar."""
    seen = 0
    differing: dict[str, object] = {}
    for name, request, wire, ours, theirs in both(engine, Role.ACTUAL):
        if not _is_plain(request) or _is_reload(theirs) or same_origin(request.page.origin, wire.url.origin):
            continue
        seen += 1
        if _names(ours) != _names(theirs):
            differing[name] = (ours, theirs)
    return seen, differing


def elements_that_differ(engine: str) -> tuple[int, dict[str, object]]:
    """The same for requests of elements and event streams: names in their order, and values, less those of the jar.

    A request that was upgraded on its way is left out: Firefox then has another order.
    """
    seen = 0
    differing: dict[str, object] = {}
    for name, request, _, ours, theirs in both(engine, Role.ACTUAL, elements=True):
        if request.url is None or request.url.scheme == "http":
            continue
        seen += 1
        ours, theirs = (
            [pair for pair in _comparable(pairs) if pair[0].lower() not in OF_THE_JAR] for pairs in (ours, theirs)
        )
        if ours != theirs:
            differing[name] = (ours, theirs)
    return seen, differing


def _comparable(pairs: list[Pair]) -> list[Pair]:
    return [(n, "" if n.lower() in OF_THE_MACHINE else v) for n, v in pairs]


def _names(pairs: list[Pair]) -> list[str]:
    return [name for name, _ in pairs if name.lower() not in OF_THE_JAR]


def _is_reload(theirs: list[Pair]) -> bool:
    return any(name.lower() in RELOADED for name, _ in theirs)


def _is_plain(request: Request) -> bool:
    """A `fetch` with nothing of the author's whose place differs from case to case."""
    bare = not len(request.headers) and not request.referrer_policy and not request.keepalive
    typed = request.body is None or request.body.content_type == "text/plain;charset=UTF-8"
    return (
        bare
        and typed
        and request.mode is Mode.CORS
        and request.initiator is Initiator.FETCH
        and not request.page.origin.is_opaque
    )
