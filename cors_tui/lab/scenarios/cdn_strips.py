"""A CDN that takes the headers away in front of a server that sends them."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, dropping, json_reply, layered
from cors_tui.lab.edges import VARNISH, forwarding
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/articles": json_reply('[{"title": "Spring"}]', ("Cache-Control", "public, max-age=60"))}


def _broken(ports: Ports) -> dict[str, Handler]:
    return {
        "edge": layered(forwarding(ports.origin_server, *VARNISH), dropping("access-control-")),
        "origin_server": api("express", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))),
    }


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, *VARNISH),
        "origin_server": api("express", _ROUTES, by_policy(policy)),
    }


SCENARIO = Scenario(
    name="cdn-strips",
    title="A CDN takes the headers away",
    story=(
        "The server's own log shows the right headers, and asked directly it sends them. "
        "Through the CDN they never arrive."
    ),
    cause="stripped-by-proxy",
    call=calls("/api/articles"),
    broken=_broken,
    repaired=_repaired,
    teaches=("ask the server behind the edge directly, and compare",),
    place=14,
)
