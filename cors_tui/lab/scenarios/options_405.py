"""The preflight is answered 405: the route knows GET, nobody wrote OPTIONS."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    adding,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/profile": json_reply('{"name": "Ada"}')}

SCENARIO = Scenario(
    name="options-405",
    title="OPTIONS is answered 405 Method Not Allowed",
    story=(
        "The page sends a bearer token, so the browser asks first with OPTIONS. "
        "The API adds its header by hand to each answer, but has no route for OPTIONS."
    ),
    cause="options-not-handled",
    call=calls("/api/profile", BEARER),
    broken=serves(api("fastapi", _ROUTES, adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("an Authorization header makes a preflight", "a preflight wants an ok status besides the headers"),
    framework="fastapi",
    place=2,
)
