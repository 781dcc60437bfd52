"""A star for the headers covers Authorization in today's browsers, and not by the standard: Firefox warns."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    BEARER,
    allowing,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/notes": json_reply('["buy milk"]')}
_CORS = allowing((ALLOW_ORIGIN, "*"), preflight=((ALLOW_HEADERS, "*"),))


def _warned(call: Call) -> tuple[str, ...]:
    return (
        "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at "
        f"{call.url} soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not "
        "covered. To include the `Authorization` header, it must be explicitly listed in CORS header "
        "`Access-Control-Allow-Headers`).",
    )


SCENARIO = Scenario(
    name="star-and-authorization",
    title="A star covers Authorization, for now",
    story=(
        "The page works in every browser, and Firefox's console says that it soon will not. "
        "The server allows all headers with a star, and the standard wants Authorization named."
    ),
    cause="wildcard-misses-authorization",
    call=calls("/api/notes", BEARER),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    pasted=_warned,
    teaches=("name Authorization among the allowed headers, beside a star, too",),
    framework="hono",
)
