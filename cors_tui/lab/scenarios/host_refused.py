"""The server knows its own name only, and the page calls it by another: the check of the host comes before CORS."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    PAGE,
    allowing,
    always,
    answering,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/rooms": json_reply('[{"room": 12}]')}
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))
_REFUSED = Reply(400, (("Content-Type", "text/plain; charset=utf-8"),), "Invalid host header")

SCENARIO = Scenario(
    name="host-refused",
    title="The server refuses the host name",
    story=(
        "The API lists the host names that it serves, for safety. "
        "The page calls it by a name that is not among them, and the refusal comes before the CORS code."
    ),
    cause="host-not-allowed",
    call=calls("/api/rooms"),
    broken=serves(api("fastapi", _ROUTES, answering(always, _REFUSED), _CORS)),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    framework="fastapi",
    teaches=("the list of hosts names the API, the list of origins names the page",),
)
