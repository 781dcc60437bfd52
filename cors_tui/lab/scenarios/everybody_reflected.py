"""Every page is let in, with cookies: it works, and it works for strangers."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_CREDENTIALS,
    adding,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    layered,
    reflecting,
    serves,
)
from cors_tui.lab.scenario import Scenario
from cors_tui.standards.request import CredentialsMode

_ROUTES = {"/api/account": json_reply('{"name": "Ada"}')}

SCENARIO = Scenario(
    name="everybody-reflected",
    title="Every page is let in, with cookies",
    story=(
        "To get rid of the red line somebody sent back whatever origin asks, with credentials. "
        "The page works now, and so does every other page that a signed-in person opens."
    ),
    cause="every-origin-let-in",
    call=calls("/api/account", credentials=CredentialsMode.INCLUDE),
    broken=serves(
        layered(api("express", _ROUTES), adding((ALLOW_CREDENTIALS, "true"), ("Vary", "Origin")), reflecting())
    ),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("an origin that is sent back unseen is a door for every page",),
)
