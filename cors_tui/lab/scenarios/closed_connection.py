"""The server hangs up without a word: it crashed on the request, or speaks another protocol."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/upload-status": json_reply('{"done": true}')}

SCENARIO = Scenario(
    name="closed-connection",
    title="The server hangs up without an answer",
    story=(
        "The process crashes on this request and is started again at once, so the port always listens. "
        "The browser sees a connection that ends without a byte."
    ),
    cause="connection-closed",
    call=calls("/api/upload-status"),
    broken=lambda _ports: {"edge": lambda _asked: Reply(close="no-answer")},
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("no answer is not CORS: look into the server's log",),
)
