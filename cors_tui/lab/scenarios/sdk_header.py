"""A header that nobody typed: a tracing library adds it to every request, and the server does not allow it."""

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

_ROUTES = {"/api/basket": json_reply('{"items": 2}')}
_TRACE = ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE),
    ("Vary", "Origin"),
    preflight=((ALLOW_METHODS, "GET,POST"), (ALLOW_HEADERS, "Content-Type,Authorization")),
)

SCENARIO = Scenario(
    name="sdk-header",
    title="A tracing library adds a header nobody typed",
    story=(
        "Nothing in the page's own code changed, only a tracing library was switched on. "
        "It puts a traceparent header on every request, and with it comes a preflight that the server refuses."
    ),
    cause="sdk-header-nobody-typed",
    call=calls("/api/basket", _TRACE),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("allow the header, or keep the library to your own addresses",),
)
