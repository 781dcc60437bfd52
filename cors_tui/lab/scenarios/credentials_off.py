"""CORS is right, and the page's code does not send its cookies."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply, layered, serves
from cors_tui.lab.scenario import Scenario
from cors_tui.lab.sessions import WITH_COOKIES, sessions

_FOR_ALL = {"/api/me": json_reply('{"user": null}')}

SCENARIO = Scenario(
    name="credentials-off",
    title="The page does not send its cookies",
    story=(
        "The person is signed in, and the API answers 401 to the page. "
        "The call does not say credentials: 'include', so no cookie goes to another origin."
    ),
    cause="credentials-mode-missing",
    call=calls("/api/me"),
    broken=serves(layered(sessions(unknown=401), WITH_COOKIES)),
    repaired=follows(lambda policy: api("express", _FOR_ALL, by_policy(policy))),
    teaches=("fetch sends cookies to another origin only with credentials: 'include'",),
)
