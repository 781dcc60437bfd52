"""The allowed origin has the other scheme: https was configured, the page is served by http."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/status": json_reply('{"status": "up"}')}
_CORS = allowing((ALLOW_ORIGIN, "https://localhost:3000"), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="wrong-scheme",
    title="The allowed origin says https, the page is http",
    story=(
        "The API's list was written for a page served by https. "
        "Today the development server of the front end runs by plain http."
    ),
    cause="origin-wrong-scheme",
    call=calls("/api/status"),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("http and https are two origins",),
    framework="hono",
    place=8,
)
