"""CORS is right, the cookie is for another path of the server."""

from __future__ import annotations

from cors_tui.lab.behaviours import by_policy, calls, follows, layered, serves
from cors_tui.lab.scenario import Scenario
from cors_tui.lab.sessions import WITH_COOKIES, sessions
from cors_tui.standards.request import CredentialsMode

SCENARIO = Scenario(
    name="cookie-path",
    title="CORS is right, the cookie is for another path",
    story=(
        "The sign-in under /auth works, and /api/me still says 401. "
        "The session cookie was set for /auth, and goes to nothing else."
    ),
    cause="cookie-path",
    call=calls("/api/me", credentials=CredentialsMode.INCLUDE),
    broken=serves(layered(sessions(path="/auth", unknown=401), WITH_COOKIES)),
    repaired=follows(lambda policy: layered(sessions(unknown=401), by_policy(policy))),
    teaches=("a cookie goes to its Path and what is below it",),
)
