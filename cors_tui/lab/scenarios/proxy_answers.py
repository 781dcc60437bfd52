"""The proxy has no rule for the path: it answers by itself, and the server is never asked."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, json_reply
from cors_tui.lab.edges import forwarding
from cors_tui.lab.scenario import Asked, Handler, Ports, Reply, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/boats": json_reply('[{"boat": "Else"}]')}
_CADDY = (("Server", "Caddy"),)


def _nothing(_asked: Asked) -> Reply:
    """Caddy, where no route matches."""
    return Reply(200, _CADDY)


def _broken(_ports: Ports) -> dict[str, Handler]:
    return {
        "edge": _nothing,
        "origin_server": api("express", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))),
    }


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, *_CADDY),
        "origin_server": api("express", _ROUTES, by_policy(policy)),
    }


SCENARIO = Scenario(
    name="proxy-answers",
    title="The proxy does not ask the server",
    story=(
        "Asked directly, the server has the boats, and the right headers with them. "
        "The proxy has a rule for another path, and answers this one with nothing, and 200."
    ),
    cause="proxy-does-not-forward",
    call=calls("/api/boats"),
    broken=_broken,
    repaired=_repaired,
    teaches=("200 does not mean that your server answered",),
)
