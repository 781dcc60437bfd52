"""Every request fails: the variable that holds the allowed origins is not set, and the CORS code throws."""

from __future__ import annotations

from cors_tui.lab.behaviours import always, answering, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/products": json_reply('[{"id": 1}]')}
_THROWS = answering(always, Reply(500, (("content-type", "text/plain; charset=UTF-8"),), "Internal Server Error"))

SCENARIO = Scenario(
    name="unset-variable",
    title="Every request fails since CORS was set up",
    story=(
        "It worked on the developer's machine; on the server every request is a 500, with a CORS error on top. "
        "The allowed origins come from a variable that nobody has set there, and the CORS code throws."
    ),
    cause="everything-fails",
    call=calls("/api/products"),
    broken=serves(api("hono", _ROUTES, _THROWS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=(
        "a 500 on every path comes from code before the routes",
        "see that the variable is set where the server runs",
    ),
    framework="hono",
)
