"""The proxy refuses OPTIONS itself: the application's right answer to the preflight is never asked for."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    allowing,
    answering,
    api,
    by_policy,
    calls,
    is_options,
    json_reply,
    layered,
)
from cors_tui.lab.edges import forwarding, nginx_page
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/badges": json_reply('[{"badge": "gold"}]')}
_NGINX = ("Server", "nginx/1.22.1")
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "Authorization"),))


def _broken(ports: Ports) -> dict[str, Handler]:
    return {
        "edge": layered(forwarding(ports.origin_server, _NGINX), answering(is_options, nginx_page(405, "Not Allowed"))),
        "origin_server": api("express", _ROUTES, _CORS),
    }


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, _NGINX),
        "origin_server": api("express", _ROUTES, by_policy(policy)),
    }


SCENARIO = Scenario(
    name="edge-answers-options",
    title="The proxy refuses OPTIONS before the application",
    story=(
        "The proxy lets a few methods through, and OPTIONS is not one of them. "
        "Asked directly, the application answers the preflight as it should."
    ),
    cause="preflight-answered-by-proxy",
    call=calls("/api/badges", BEARER),
    broken=_broken,
    repaired=_repaired,
    teaches=("a proxy that limits methods has to let OPTIONS through",),
)
