"""Two layers both add the header: the application, and the proxy in front of it."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, json_reply
from cors_tui.lab.edges import forwarding
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/messages": json_reply('[{"text": "hello"}]')}
_NGINX = ("Server", "nginx/1.22.1")


def _broken(ports: Ports) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, _NGINX, (ALLOW_ORIGIN, PAGE)),
        "origin_server": api("express", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))),
    }


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, _NGINX),
        "origin_server": api("express", _ROUTES, by_policy(policy)),
    }


SCENARIO = Scenario(
    name="doubled",
    title="Proxy and application both add the header",
    story=(
        "The application sends the right header, and so does the proxy in front of it, added last week. "
        "Both values are right, and the browser refuses two."
    ),
    cause="doubled-by-two-layers",
    call=calls("/api/messages"),
    broken=_broken,
    repaired=_repaired,
    teaches=("repeated headers are joined with a comma, and no origin holds one", "one layer owns CORS"),
    place=13,
)
