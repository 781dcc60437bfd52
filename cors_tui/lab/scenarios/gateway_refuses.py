"""A gateway's authorizer refuses the call: its own 401 has none of your headers."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    allowing,
    answering,
    api,
    by_policy,
    calls,
    follows,
    is_options,
    json_reply,
    layered,
    serves,
)
from cors_tui.lab.scenario import Asked, Reply, Scenario

_ROUTES = {"/prod/grades": json_reply('[{"grade": "A"}]')}
_REFUSED = Reply(
    401,
    (("Content-Type", "application/json"), ("x-amzn-errortype", "UnauthorizedException")),
    '{"message":"Unauthorized"}',
)
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "Authorization"),))


def _is_no_options(asked: Asked) -> bool:
    return not is_options(asked)


SCENARIO = Scenario(
    name="gateway-refuses",
    title="A gateway's authorizer refuses the token",
    story=(
        "The token ran out during the lunch break, and since then the page speaks of CORS. "
        "The gateway refuses before the function runs, with an answer of its own."
    ),
    cause="gateway-refuses",
    call=calls("/prod/grades", BEARER),
    broken=serves(layered(api("express", _ROUTES, _CORS), answering(_is_no_options, _REFUSED))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("give the gateway's own error answers the headers, too",),
)
