"""A variable in the page's URL has no value, and the word undefined is asked for."""

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
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/v1/users": json_reply('[{"name": "Ada"}]')}
_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), to=is_ok)

SCENARIO = Scenario(
    name="url-undefined",
    title="The URL has the word undefined in it",
    story=(
        "The page takes the API's version from a variable of its build, and the build had none. "
        "The path does not exist, and a proxy adds the header to answers that went well only."
    ),
    cause="url-undefined",
    call=calls("/undefined/users"),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    mended=calls("/v1/users"),
    teaches=("print the URL before the call: a browser asks for exactly what it is given",),
    framework="hono",
)
