"""A proxy writes a fixed origin over the right one."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    PAGE,
    adding,
    allowing,
    api,
    by_policy,
    calls,
    dropping,
    json_reply,
    layered,
)
from cors_tui.lab.edges import forwarding
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/maps": json_reply('[{"map": "town"}]')}
_NGINX = ("Server", "nginx/1.22.1")
_SITE = (ALLOW_ORIGIN, "https://www.example.com")


def _broken(ports: Ports) -> dict[str, Handler]:
    return {
        "edge": layered(forwarding(ports.origin_server, _NGINX), adding(_SITE), dropping(ALLOW_ORIGIN)),
        "origin_server": api("express", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))),
    }


def _repaired(ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {
        "edge": forwarding(ports.origin_server, _NGINX),
        "origin_server": api("express", _ROUTES, by_policy(policy)),
    }


SCENARIO = Scenario(
    name="overwritten",
    title="A proxy writes another origin over the right one",
    story=(
        "Years ago the proxy was told to send the public site's origin with every answer. "
        "The application has long sent the right one, and nobody outside ever sees it."
    ),
    cause="overwritten-by-proxy",
    call=calls("/api/maps"),
    broken=_broken,
    repaired=_repaired,
    teaches=("compare what the server sends with what arrives",),
)
