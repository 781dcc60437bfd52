"""A method in lower case: only six methods are written in capitals by the browser, PATCH is not among them."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_METHODS,
    ALLOW_ORIGIN,
    JSON_BODY,
    PAGE,
    allowing,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/settings": json_reply('{"theme": "dark"}')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE),
    ("Vary", "Origin"),
    preflight=((ALLOW_METHODS, "GET,PUT,PATCH,POST,DELETE"), (ALLOW_HEADERS, "Content-Type")),
)

SCENARIO = Scenario(
    name="lower-case-patch",
    title="patch in lower case is not PATCH",
    story=(
        "The page calls fetch with method: 'patch', and put in lower case always worked. "
        "The server's answer to the preflight allows PATCH."
    ),
    cause="lower-case-patch",
    call=calls("/api/settings", JSON_BODY, method="patch", body='{"theme": "dark"}'),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("methods are compared letter by letter; write them in capitals",),
)
