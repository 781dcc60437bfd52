"""Allow-Methods is not a list of methods: one bad member and the whole preflight fails."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_METHODS,
    ALLOW_ORIGIN,
    BEARER,
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

_ROUTES = {"/api/reports": json_reply('[{"year": 2025}]')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE),
    ("Vary", "Origin"),
    preflight=((ALLOW_METHODS, "['GET', 'POST', 'PUT']"), (ALLOW_HEADERS, "Authorization")),
)

SCENARIO = Scenario(
    name="allow-methods-malformed",
    title="Allow-Methods holds brackets and quotes",
    story=(
        "The list of methods was printed into the header by the language, brackets and quotes included. "
        "The page only reads with GET, which needs no permission, and fails all the same."
    ),
    cause="malformed-list",
    call=calls("/api/reports", BEARER),
    broken=serves(api("fastapi", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("one member that is no method spoils the whole list",),
    framework="fastapi",
)
