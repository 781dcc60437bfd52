"""A CDN that stores the answer to the first page and gives it to the next: the answer has no `Vary: Origin`."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, json_reply, reflecting
from cors_tui.lab.edges import VARNISH, caching, forwarding
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_TARGET = "/api/prices"
_ROUTES = {_TARGET: json_reply('{"EUR": 1.0}', ("Cache-Control", "public, max-age=300"))}
_EARLIER = {_TARGET: "https://www.example.com"}


def _edge(ports: Ports) -> Handler:
    return caching(forwarding(ports.origin_server, *VARNISH), _EARLIER)


def _broken(ports: Ports) -> dict[str, Handler]:
    return {"edge": _edge(ports), "origin_server": api("express", _ROUTES, reflecting())}


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {"edge": _edge(ports), "origin_server": api("express", _ROUTES, by_policy(policy))}


SCENARIO = Scenario(
    name="cdn-caches",
    title="A CDN serves another page's header from its cache",
    story=(
        "The server answers each allowed page with that page's origin, and forgets to say Vary: Origin. "
        "The public site asked for the prices first, and the CDN kept that answer for everybody."
    ),
    cause="cached-without-vary",
    call=calls(_TARGET),
    broken=_broken,
    repaired=_repaired,
    teaches=("an answer that depends on the origin says Vary: Origin", "after the fix the cache has to be emptied"),
    place=15,
)
