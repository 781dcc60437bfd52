"""A function at the edge throws: the platform's error page answers for it, without headers."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/greeting": json_reply('{"hello": "world"}')}
_CRASHED = Reply(
    500,
    (
        ("Server", "cloudflare"),
        ("CF-RAY", "8f0c2a7e0d554a6b-FRA"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Cache-Control", "private, no-store"),
    ),
    "error code: 1101",
)

SCENARIO = Scenario(
    name="function-crashed",
    title="A function at the edge crashes",
    story=(
        "The function sets all its headers at the end, and throws before it gets there. "
        "The platform answers with a page of its own."
    ),
    cause="function-not-running",
    call=calls("/api/greeting"),
    broken=lambda _ports: {"edge": lambda _asked: _CRASHED},
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("look into the function's log first",),
    framework="hono",
)
