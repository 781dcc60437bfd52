"""A 404 without the headers that the 200 has: the address is wrong, and the browser says CORS."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    PAGE,
    adding,
    api,
    by_policy,
    calls,
    follows,
    is_ok,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/users": json_reply('[{"name": "Ada"}]')}
_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), to=is_ok)

SCENARIO = Scenario(
    name="error-404-only",
    title="A wrong path gets a 404 without headers",
    story=(
        "The page calls /api/user, the route is /api/users. "
        "A proxy adds the header to answers that went well only, so the 404 arrives as a CORS error."
    ),
    cause="not-found-404",
    call=calls("/api/user"),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("look at the status first", "nginx leaves add_header out on errors unless it says always"),
    framework="hono",
)
