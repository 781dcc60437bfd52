"""The origin is named, but the server does not say that cookies may go along."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario
from cors_tui.standards.request import CredentialsMode

_ROUTES = {"/api/account": json_reply('{"name": "Ada"}')}

SCENARIO = Scenario(
    name="no-allow-credentials",
    title="Allow-Credentials is missing",
    story=(
        "Everything worked until the page began to send its session cookie with credentials: 'include'. "
        "The API names the right origin and says nothing about credentials."
    ),
    cause="allow-credentials-missing",
    call=calls("/api/account", credentials=CredentialsMode.INCLUDE),
    broken=serves(api("fastapi", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("cookies need Access-Control-Allow-Credentials: true, in these letters",),
    framework="fastapi",
    place=5,
)
