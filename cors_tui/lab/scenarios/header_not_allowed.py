"""A request header that the preflight's answer does not allow."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_METHODS,
    ALLOW_ORIGIN,
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

_ROUTES = {"/api/search": json_reply('{"hits": []}')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE),
    ("Vary", "Origin"),
    preflight=((ALLOW_METHODS, "GET,POST"), (ALLOW_HEADERS, "Content-Type")),
)

SCENARIO = Scenario(
    name="header-not-allowed",
    title="A request header is not allowed",
    story=(
        "The page began to send an X-API-Key header with its searches. "
        "The API's answer to the preflight still allows Content-Type only."
    ),
    cause="header-not-allowed",
    call=calls("/api/search?q=lamp", ("X-API-Key", "practice-key")),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("every header beyond the safelisted ones has to be allowed by name",),
    place=3,
)
