"""A deployed page still calls localhost."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.request import AddressSpace
from cors_tui.standards.url import parse_url


def _detect(facts: Facts) -> Finding | None:
    page, url = parse_url(facts.case.call.origin), look.target(facts)
    if page is None or url is None or not page.is_http or space_of_host(url.host) is not AddressSpace.LOOPBACK:
        return None
    if _is_near(page.host, facts.case.request().page.address_space):
        return None
    says = f"The page is at {page.host}, and calls {url.host}: your production build still calls localhost."
    evidence = [look.written("the URL", facts.case.call.url, "the visitor's own machine")]
    return CAUSE.found(
        Certainty.PROVEN, says, *evidence, look.written("origin", facts.case.call.origin, "a public page")
    )


def _is_near(host: str, space: AddressSpace) -> bool:
    """A page on this machine or in the same local network, by its address, by what its name led to, or by its name."""
    if space is not AddressSpace.UNKNOWN:
        return space is not AddressSpace.PUBLIC
    return host.endswith((".local", ".test", ".internal", ".lan")) or "." not in host


def _example() -> Facts:
    return facts(call(url="http://localhost:8000/users"), actual=answer(200))


CAUSE = Cause(
    name="production-calls-localhost",
    title="The deployed page still calls localhost",
    group=Group.LOCAL_NETWORK,
    remedies=(Remedy.CHANGE_URL,),
    happened="The page is public, and its code calls localhost, which is the machine of whoever visits it.",
    why="For you it may even work, because your server runs there. For everybody else nobody answers, or the browser "
    "asks for permission and refuses.",
    change="Set the API's public address where the page is built, and build again. Bundlers bake such values in.",
    expert="Chromium since 142 and Firefox ask the person before a public page may reach loopback (Local Network "
    "Access), before any CORS header is looked at; Chromium refuses it at once to a page that comes by http, and "
    "Safari to one that comes by https and calls http. A page at an address of the local network is not asked about.",
    symptoms=(
        "Permission was denied for this request to access the `loopback` address space",
        "http://localhost:3000 net::ERR_CONNECTION_REFUSED on the deployed page",
    ),
    outranks=("local-network-permission", "mixed-content", "server-not-running", "no-allow-origin"),
    rate=3.0,
    detect=_detect,
    example=_example,
)
