"""The page is not in the list: the CORS code answers the preflight, and leaves out the one header that matters."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_METHODS,
    BEARER,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    listing,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/teams": json_reply('[{"team": "blue"}]')}
_CORS = listing(
    "https://app.example.com",
    preflight=((ALLOW_METHODS, "GET,HEAD,PUT,PATCH,POST,DELETE"), (ALLOW_HEADERS, "authorization")),
)

SCENARIO = Scenario(
    name="not-in-list",
    title="The page's origin is not in the list",
    story=(
        "In production all is well, from the development server nothing works. "
        "The API's list holds the production page only."
    ),
    cause="origin-not-in-list",
    call=calls("/api/teams", BEARER),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("keep the list in the environment: each stage names its own pages",),
)
