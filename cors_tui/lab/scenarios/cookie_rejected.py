"""CORS is right, the cookie is thrown away: its Domain is another host's."""

from __future__ import annotations

from cors_tui.lab.behaviours import by_policy, calls, follows, layered, serves
from cors_tui.lab.scenario import Scenario
from cors_tui.lab.sessions import WITH_COOKIES, sessions
from cors_tui.standards.request import CredentialsMode

SCENARIO = Scenario(
    name="cookie-rejected",
    title="CORS is right, the cookie is thrown away",
    story=(
        "Signing in seems to work, and the next call is nobody's again. "
        "The session cookie names the front end's host as its Domain, and a server may set none for another host."
    ),
    cause="cookie-rejected",
    call=calls("/api/me", credentials=CredentialsMode.INCLUDE),
    broken=serves(layered(sessions("Domain=app.localhost"), WITH_COOKIES)),
    repaired=follows(lambda policy: layered(sessions(), by_policy(policy))),
    teaches=("without Domain a cookie is for exactly the host that sets it",),
)
