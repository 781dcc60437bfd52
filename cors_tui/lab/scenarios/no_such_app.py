"""The platform knows no such deployment: its 404 has nothing of your server."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/votes": json_reply('{"yes": 3}')}
_GONE = Reply(
    404,
    (
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Server", "Vercel"),
        ("X-Vercel-Error", "DEPLOYMENT_NOT_FOUND"),
        ("X-Vercel-Id", "fra1::8x2kq-1700000000000-5f0c2a7e0d55"),
    ),
    "The deployment could not be found on Vercel.\n\nDEPLOYMENT_NOT_FOUND\n",
)

SCENARIO = Scenario(
    name="no-such-app",
    title="The platform knows no such deployment",
    story=("The preview that the page still calls was deleted with its branch. The platform answers in its place."),
    cause="platform-has-no-such-app",
    call=calls("/api/votes"),
    broken=lambda _ports: {"edge": lambda _asked: _GONE},
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("read who answers: it is not your server",),
    framework="hono",
)
