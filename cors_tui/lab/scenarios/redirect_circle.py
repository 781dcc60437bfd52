"""Two layers correct each other's redirect, round and round."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    PAGE,
    adding,
    always,
    answering,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    layered,
    redirect,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/tasks": json_reply('[{"task": "water the plants"}]')}
_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))
_ROUND = answering(always, redirect(302, "/api/tasks"))

SCENARIO = Scenario(
    name="redirect-circle",
    title="A redirect that leads back to itself",
    story=(
        "One layer wants the address with something the other takes away again, so each request is sent back. "
        "Every answer carries the CORS headers; the browser gives up after twenty."
    ),
    cause="redirect-not-followed",
    call=calls("/api/tasks"),
    broken=serves(layered(api("express", _ROUTES), _CORS, _ROUND)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("no header makes a browser follow a circle",),
)
