"""A pattern in the header: a star counts only when it stands alone."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/themes": json_reply('["light", "dark"]')}

SCENARIO = Scenario(
    name="origin-pattern",
    title="A pattern where an origin belongs",
    story=(
        "Every port of the development machine is to be allowed, so the header was given a star for the port. "
        "It looks as if it must match."
    ),
    cause="allow-origin-invalid-value",
    call=calls("/api/themes"),
    broken=serves(api("fastapi", _ROUTES, allowing((ALLOW_ORIGIN, "http://localhost:*"), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("browsers compare, they do not match patterns: the server does that",),
    framework="fastapi",
)
