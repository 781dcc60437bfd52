"""The preflight is redirected to the same path with a slash: a preflight may not be redirected at all."""

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
    json_reply,
    layered,
    redirect,
)
from cors_tui.lab.scenario import Asked, Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ITEMS = json_reply('[{"item": "lamp"}]')
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "Authorization"),))


def _has_no_slash(asked: Asked) -> bool:
    return asked.target.partition("?")[0] == "/api/items"


def _broken(ports: Ports) -> dict[str, Handler]:
    moved = redirect(307, f"http://localhost:{ports.edge}/api/items/")
    return {"edge": layered(api("fastapi", {"/api/items/": _ITEMS}, _CORS), answering(_has_no_slash, moved))}


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {"edge": api("fastapi", {"/api/items": _ITEMS, "/api/items/": _ITEMS}, by_policy(policy))}


SCENARIO = Scenario(
    name="redirect-slash",
    title="The preflight is redirected to a slash",
    story=(
        "The route was written with a slash at its end, the page calls it without one. "
        "The server redirects politely, and no browser lets a preflight be redirected."
    ),
    cause="redirect-preflight",
    call=calls("/api/items", BEARER),
    broken=_broken,
    repaired=_repaired,
    teaches=("a redirected preflight always fails", "call the URL that answers"),
    framework="fastapi",
    place=16,
)
