"""Too many requests: the limiter stands before CORS, so its 429 has no headers."""

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
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/quotes": json_reply('{"quote": "..."}')}
_LIMITED = answering(always, json_reply('{"error": "too many requests"}', ("Retry-After", "60"), status=429))
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="rate-limited",
    title="Too many requests, and a 429 without headers",
    story=(
        "The page polls every second, and now and then everything fails with a CORS error for a minute. "
        "The limiter was registered before the CORS middleware."
    ),
    cause="rate-limited",
    call=calls("/api/quotes"),
    broken=serves(api("express", _ROUTES, _LIMITED, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("CORS first: then the page can read the 429 and wait",),
)
