"""A tunnel is private: it asks for a sign-in before anything reaches your machine."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/demo": json_reply('{"ready": true}')}
_PRIVATE = Reply(401, (("WWW-Authenticate", 'tunnel authentication_scheme="aad"'), ("Content-Type", "text/plain")), "")

SCENARIO = Scenario(
    name="tunnel-private",
    title="A private tunnel asks for a sign-in",
    story=(
        "A colleague opens the page through a tunnel to this machine, and the API has a tunnel of its own. "
        "That one is private, and a page's request cannot sign in."
    ),
    cause="tunnel-or-preview-protected",
    call=calls("/api/demo"),
    broken=lambda _ports: {"edge": lambda _asked: _PRIVATE},
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("make the API's port public for the demonstration",),
)
