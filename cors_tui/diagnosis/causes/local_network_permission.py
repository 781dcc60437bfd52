"""A public page reaches into the local network."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.diagnosis.refusing import goes, named, refusing_browsers
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal

_TEXT = re.compile(
    r"Permission was denied for this request to access the [`'\"]?\w+[`'\"]? address space"
    r"|more-private address space[^\n]*|No 'Access-Control-Allow-Private-Network' header[^\n]*"
    r"|target IP address space of [^\n]*",
)


_REACHES = "The page reaches into a more private network"


def _detect(facts: Facts) -> Finding | None:
    refused = look.refused_with(
        facts, Refusal.LNA_PERMISSION_DENIED, Refusal.LNA_INSECURE_CONTEXT, Refusal.LNA_TARGET_SPACE_MISMATCH
    )
    asks = any(outcome is not None and outcome.asks for outcome in facts.outcomes.values())
    said = _TEXT.search(look.pasted_text(facts))
    if not (refused or asks or said):
        return None
    if said is not None:
        quoted = look.pasted(said.group(), "the browser's own words")
        return CAUSE.found(Certainty.PROVEN, f"{_REACHES}{_told(said.group())}.", quoted, next=_next(facts))
    written = look.written("the URL", facts.case.call.url, "a more private address")
    return CAUSE.found(Certainty.LIKELY, f"{_REACHES}{_who(facts)}.", written, *_looked_up(facts), next=_next(facts))


def _told(text: str) -> str:
    if "more-private" in text:
        return ", and the browser refuses that to a page that comes by http"
    if "target IP" in text:
        return ", and to another address space than the option targetAddressSpace says"
    return ", and the browser wants the person's permission for that"


def _who(facts: Facts) -> str:
    """Each browser by what it does: ask the person, refuse a page that comes by http, or compare with the option."""
    asks, _ = refusing_browsers(facts, Refusal.LNA_ASKS, Refusal.LNA_PERMISSION_DENIED)
    insecure, _ = refusing_browsers(facts, Refusal.LNA_INSECURE_CONTEXT)
    told = []
    if asks:
        told.append(f"{named(asks)} {goes(asks, 'want', 'wants')} the person's permission for that")
    if insecure:
        told.append(f"{named(insecure)} {goes(insecure, 'refuse', 'refuses')} that to a page that comes by http")
    if not told:
        return _told("target IP")
    return f", and {'; '.join(told)}"


def _next(facts: Facts) -> str:
    """A permission is no help where http from https is refused."""
    refusing, _ = refusing_browsers(facts, Refusal.MIXED_CONTENT)
    if not refusing:
        return ""
    verb = goes(refusing, "refuse", "refuses")
    return f"{named(refusing)} {verb} it all the same: the page comes by https and calls http (mixed content)."


def _looked_up(facts: Facts) -> tuple[Evidence, ...]:
    told = (each for each in facts.case.lookups if each.addresses)
    return tuple(
        Evidence(f"{each.host}, looked up", each.addresses[0], f"a {each.space.value} address") for each in told
    )


def _example() -> Facts:
    asked = call(url="http://192.168.1.20/status")
    text = "Permission was denied for this request to access the `local` address space."
    return facts(asked, actual=answer(200, *allows()), pasted=[text])


CAUSE = Cause(
    name="local-network-permission",
    title="The page needs permission for the local network",
    group=Group.LOCAL_NETWORK,
    remedies=(Remedy.ALLOW_LOCAL_NETWORK, Remedy.SERVE_PAGE),
    happened="A page from the internet calls a device or server in the local network, or on this machine.",
    why="Chromium and Firefox ask the person first, so that pages cannot attack routers and printers. Without a yes "
    "nothing is sent; CORS headers are not even looked at.",
    change="Allow it for this site (the icon beside the address), or serve the page from the same network: a page at a "
    "private address is not asked about. In Chromium a public page has to come by https.",
    expert="Local Network Access, Chromium 142 and later and Firefox; Safari has none. Only pages from public "
    "addresses are asked about: a page at 192.168.1.4 may call localhost. It replaces Private Network Access and its "
    "Access-Control-Allow-Private-Network header. Policies can allow it for a company.",
    symptoms=(
        "Permission was denied for this request to access the `local` address space",
        "The request client is not a secure context and the resource is in more-private address space",
    ),
    outranks=("no-allow-origin", "mixed-content"),
    rate=2.0,
    sources=("https://wicg.github.io/local-network-access/",),
    detect=_detect,
    example=_example,
)
