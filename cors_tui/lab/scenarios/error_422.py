"""A validation error without headers: only answers that went well carry them."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    JSON_BODY,
    PAGE,
    adding,
    answering,
    api,
    by_policy,
    calls,
    follows,
    is_ok,
    is_preflight,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/bookings": json_reply('{"error": "the day is missing"}', status=422)}
_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), to=is_ok)
_PREFLIGHT = answering(is_preflight, Reply(204, ((ALLOW_HEADERS, "Content-Type"),)))

SCENARIO = Scenario(
    name="error-422",
    title="A validation error without headers",
    story=(
        "Bookings are saved, unless a field is missing: then the page speaks of CORS instead of the field. "
        "The header is added to answers that went well, and a 422 is not one."
    ),
    cause="only-errors-bare",
    call=calls("/api/bookings", JSON_BODY, method="POST", body='{"guests": 2}'),
    broken=serves(api("express", _ROUTES, _CORS, _PREFLIGHT)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("the page can only show an error that it may read",),
)
