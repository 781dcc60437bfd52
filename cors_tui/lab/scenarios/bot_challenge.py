"""A firewall in front answers with a challenge page: made for people, it has nothing for a page's script."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, html_reply, json_reply
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/tickets": json_reply('[{"ticket": 9}]')}
_CHALLENGE = html_reply(
    '<!DOCTYPE html><html lang="en-US"><head><title>Just a moment...</title></head><body></body></html>',
    ("Server", "cloudflare"),
    ("CF-RAY", "8f0c2a7e0d554a6b-FRA"),
    ("cf-mitigated", "challenge"),
    status=403,
)

SCENARIO = Scenario(
    name="bot-challenge",
    title="A firewall answers with a challenge page",
    story=(
        "Since yesterday a firewall protects the API's host from robots. "
        "A page's request cannot solve its riddle, and the riddle has no CORS headers."
    ),
    cause="bot-challenge",
    call=calls("/api/tickets"),
    broken=lambda _ports: {"edge": lambda _asked: _CHALLENGE},
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("exempt the API's paths from challenges",),
)
