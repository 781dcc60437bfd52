"""The preflight passes, the request does not: its route was registered before the CORS middleware."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    answering,
    api,
    by_policy,
    calls,
    follows,
    is_preflight,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/calendar": json_reply('[{"day": "Monday"}]')}
_PREFLIGHT = Reply(204, ((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), (ALLOW_HEADERS, "Authorization")))

SCENARIO = Scenario(
    name="only-preflight-answered",
    title="The preflight passes, the request itself has no header",
    story=(
        "The route of the calendar stands above app.use(cors()) in the file. "
        "The middleware answers the preflight, since no route handles OPTIONS, and never sees the request itself."
    ),
    cause="route-before-middleware",
    call=calls("/api/calendar", BEARER),
    broken=serves(api("express", _ROUTES, answering(is_preflight, _PREFLIGHT))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("the headers are wanted twice: on the preflight and on the answer", "CORS goes above the routes"),
)
