"""Every request by http is redirected to https, the preflight among them."""

from __future__ import annotations

from cors_tui.lab.behaviours import BEARER, always, answering, api, by_policy, calls, json_reply, layered, redirect
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/api/devices": json_reply('[{"device": "door"}]')}


def _broken(ports: Ports) -> dict[str, Handler]:
    upgraded = redirect(308, f"https://localhost:{ports.closed}/api/devices")
    return {"edge": layered(api("express", _ROUTES), answering(always, upgraded))}


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {"edge": api("express", _ROUTES, by_policy(policy))}


SCENARIO = Scenario(
    name="redirect-https",
    title="http is redirected to https, preflights too",
    story=(
        "The page still calls the API by http, and the server sends everybody on to https. "
        "The browser's address bar would follow; a preflight must not. The repaired side answers where it is called."
    ),
    cause="redirect-to-https",
    call=calls("/api/devices", BEARER),
    broken=_broken,
    repaired=_repaired,
    teaches=("write the https URL into the page",),
    place=17,
)
