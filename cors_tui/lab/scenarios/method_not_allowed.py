"""A method that the preflight's answer does not allow."""

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

_ROUTES = {"/api/orders/1": json_reply('{"id": 1, "quantity": 2}')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE),
    ("Vary", "Origin"),
    preflight=((ALLOW_METHODS, "GET,POST"), (ALLOW_HEADERS, "Content-Type")),
)

SCENARIO = Scenario(
    name="method-not-allowed",
    title="PUT is not among the allowed methods",
    story=(
        "Reading and adding orders works; changing one with PUT does not. "
        "The API's answer to the preflight lists GET and POST."
    ),
    cause="method-not-allowed",
    call=calls("/api/orders/1", JSON_BODY, method="PUT", body='{"quantity": 2}'),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("GET, HEAD and POST need no permission, every other method does",),
    framework="hono",
    place=6,
)
