"""localhost against 127.0.0.1: the same machine, two origins."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/tasks": json_reply('[{"task": "water the plants"}]')}
_CORS = allowing((ALLOW_ORIGIN, "http://localhost:3000"), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="wrong-port",
    title="localhost:3000 is allowed, the page is 127.0.0.1:3000",
    story=(
        "The page is open at http://127.0.0.1:3000, because the development server printed that address. "
        "The API allows http://localhost:3000, which is the same machine and another origin."
    ),
    cause="origin-wrong-host-or-port",
    call=calls("/api/tasks", origin="http://127.0.0.1:3000", host="127.0.0.1"),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("a browser compares names, not machines",),
    place=9,
)
