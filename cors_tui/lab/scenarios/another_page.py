"""One page is allowed, and it is not this one: the header holds a fixed origin."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/events": json_reply('[{"event": "fair"}]')}

SCENARIO = Scenario(
    name="another-page",
    title="The server allows one fixed page, and it is another",
    story=(
        "The API was written for the company's site and sends that origin to everybody. "
        "The new page on the development server is answered with the site's origin, too."
    ),
    cause="fixed-other-origin",
    call=calls("/api/events"),
    broken=serves(api("hono", _ROUTES, allowing((ALLOW_ORIGIN, "https://www.example.com")))),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("who has several pages answers each with its own origin",),
    framework="hono",
)
