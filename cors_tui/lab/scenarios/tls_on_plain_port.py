"""The page calls https, the port speaks plain http: the handshake fails, and nothing is asked."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/rooms": json_reply('[{"room": "blue"}]')}
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="tls-on-plain-port",
    title="The page calls https, the port speaks http",
    story=(
        "The page's configuration was copied from production, where the API has https. "
        "The development server speaks plain http, so the browser finds no TLS there."
    ),
    cause="tls-on-plain-port",
    call=calls("/api/rooms", scheme="https"),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    mended=calls("/api/rooms"),
    teaches=("https needs a server that speaks TLS: ask the same port by http",),
    framework="hono",
)
