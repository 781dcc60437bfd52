"""The server behind the proxy takes too long: the proxy answers 504 itself, without the server's headers."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, json_reply
from cors_tui.lab.edges import forwarding
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

PATIENCE = 0.3
"""Seconds the proxy of this scenario waits."""

_EXPORT = json_reply('{"rows": 100000}')
_NGINX = ("Server", "nginx/1.22.1")


def _broken(ports: Ports) -> dict[str, Handler]:
    slow = {"/api/export": replace(_EXPORT, delay=1.5)}
    return {
        "edge": forwarding(ports.origin_server, _NGINX, seconds=PATIENCE),
        "origin_server": api("fastapi", slow, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))),
    }


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, _NGINX, seconds=PATIENCE),
        "origin_server": api("fastapi", {"/api/export": _EXPORT}, by_policy(policy)),
    }


SCENARIO = Scenario(
    name="slow-504",
    title="A slow answer becomes a 504 without headers",
    story=(
        "Small exports arrive, the large one fails with a CORS error after a while. "
        "The proxy stops waiting for the server, and its own error page knows nothing of CORS."
    ),
    cause="timeout-gateway",
    call=calls("/api/export"),
    broken=_broken,
    repaired=_repaired,
    teaches=("502, 503 and 504 come from the layer in front: look behind it",),
    framework="fastapi",
)
