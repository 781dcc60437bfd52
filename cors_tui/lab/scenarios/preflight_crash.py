"""The server crashes on OPTIONS: code that expects a body or a user meets a request without one."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    adding,
    answering,
    api,
    by_policy,
    calls,
    follows,
    is_ok,
    is_options,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/payments": json_reply('[{"payment": 3}]')}
_CRASH = answering(is_options, Reply(500, (("content-type", "text/plain; charset=utf-8"),), "Internal Server Error"))
_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), to=is_ok)

SCENARIO = Scenario(
    name="preflight-crash",
    title="The server crashes on the preflight",
    story=(
        "A middleware reads the user out of the token, for every request there is. "
        "A preflight has no token, the middleware throws, and the answer is a 500."
    ),
    cause="preflight-500",
    call=calls("/api/payments", BEARER),
    broken=serves(api("fastapi", _ROUTES, _CORS, _CRASH)),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("answer the preflight before any code of your own",),
    framework="fastapi",
)
