"""A route sets the header by hand, over what the middleware has set: the preflight is fine, the answer is not."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    PAGE,
    adding,
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

_ROUTES = {"/api/prices": json_reply('[{"price": 3}]')}
_BY_HAND = adding((ALLOW_ORIGIN, "http://localhost:8080"), ("Vary", "Origin"))
_PREFLIGHT = answering(is_preflight, Reply(204, ((ALLOW_ORIGIN, PAGE), (ALLOW_HEADERS, "X-Shop"), ("Vary", "Origin"))))

SCENARIO = Scenario(
    name="two-places",
    title="Two places set the header, and disagree",
    story=(
        "The middleware lets the page in, and an old line in the route names the origin of last year's front end. "
        "OPTIONS is answered rightly, and the request itself is refused."
    ),
    cause="two-places-disagree",
    call=calls("/api/prices", ("X-Shop", "7")),
    broken=serves(api("express", _ROUTES, _PREFLIGHT, _BY_HAND)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("the last one to set a header wins",),
)
