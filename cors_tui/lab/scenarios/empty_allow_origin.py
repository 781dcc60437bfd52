"""The header is there and empty: the variable that should hold the origin was never set."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/stock": json_reply('{"lamp": 4}')}

SCENARIO = Scenario(
    name="empty-allow-origin",
    title="Allow-Origin is sent, and empty",
    story=(
        "The allowed origin comes from an environment variable, and on this machine nobody set it. "
        "The header is sent all the same, with nothing in it."
    ),
    cause="allow-origin-empty",
    call=calls("/api/stock"),
    broken=serves(api("actix", _ROUTES, allowing((ALLOW_ORIGIN, ""), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("actix", _ROUTES, by_policy(policy))),
    teaches=("a server should refuse to start without its list of origins",),
    framework="actix",
)
