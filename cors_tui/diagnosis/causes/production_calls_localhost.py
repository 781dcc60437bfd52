"""A deployed page still calls localhost."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.url import parse_url

_LOOPBACK = re.compile(r"^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0)$")
_PRIVATE = re.compile(
    r"^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)"
)


def _detect(facts: Facts) -> Finding | None:
    page, url = parse_url(facts.case.call.origin), look.target(facts)
    if page is None or url is None or not page.is_http or not _LOOPBACK.match(url.host) or _is_near(page.host):
        return None
    says = f"The page is at {page.host}, and calls {url.host}: your production build still calls localhost."
    evidence = [look.written("the URL", facts.case.call.url, "the visitor's own machine")]
    return CAUSE.found(
        Certainty.PROVEN, says, *evidence, look.written("origin", facts.case.call.origin, "a public page")
    )


def _is_near(host: str) -> bool:
    """A page on this machine or in the same local network."""
    near = host.endswith((".local", ".test", ".internal", ".lan")) or "." not in host
    return near or bool(_LOOPBACK.match(host) or _PRIVATE.match(host)) or host.startswith("[")


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
    expert="Chromium since 142 asks the person before a public page may reach loopback (Local Network Access), before "
    "any CORS header is looked at.",
    symptoms=(
        "Permission was denied for this request to access the `loopback` address space",
        "http://localhost:3000 net::ERR_CONNECTION_REFUSED on the deployed page",
    ),
    outranks=("local-network-permission", "mixed-content", "server-not-running", "no-allow-origin"),
    rate=3.0,
    detect=_detect,
    example=_example,
)
