"""Nobody listens on the port: the browser's word for it still sounds like CORS."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/orders": json_reply('[{"id": 1}]')}

SCENARIO = Scenario(
    name="not-running",
    title="The server is not running",
    story=(
        "The front end is up, the API is not: it was never started, or listens on another port. "
        "Firefox calls it a CORS request that did not succeed."
    ),
    cause="server-not-running",
    call=calls("/api/orders"),
    broken=lambda _ports: {},
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    listens=False,
    teaches=("no answer is not CORS: start the server, or correct the port",),
    place=19,
)
