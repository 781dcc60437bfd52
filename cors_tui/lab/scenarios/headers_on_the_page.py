"""The page sends Access-Control-Allow-Origin itself: a response header in a request only makes a preflight."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/jokes": json_reply('{"joke": "none"}')}

SCENARIO = Scenario(
    name="headers-on-the-page",
    title="The page sends Access-Control-Allow-Origin itself",
    story=(
        "Somebody read that this header is missing, and added it to the fetch call. "
        "It belongs on the answer; on the request it is one more header that the server has to allow."
    ),
    cause="response-headers-in-request",
    call=calls("/api/jokes", (ALLOW_ORIGIN, "*")),
    broken=serves(api("express", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("the server gives permission, a page cannot give it to itself",),
)
