"""A 500 without the headers that the 200 has: the exception left the CORS middleware behind."""

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
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {
    "/api/report": Reply(500, (("content-type", "text/plain; charset=utf-8"),), "Internal Server Error"),
    "/api/health": json_reply('{"status": "up"}'),
}
_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), to=is_ok)

SCENARIO = Scenario(
    name="error-500",
    title="A 500 without the headers that the 200 has",
    story=(
        "The report fails on the server with an exception. "
        "The page should show that error, but the browser speaks of CORS, because the error page has no headers."
    ),
    cause="error-without-headers",
    call=calls("/api/report"),
    broken=serves(api("fastapi", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("look at the status first: it is not CORS", "errors need the headers, too, so that pages can read them"),
    framework="fastapi",
    place=11,
)
