"""CORS is right, the cookie does not travel: its SameSite keeps it at home."""

from __future__ import annotations

from cors_tui.lab.behaviours import by_policy, calls, follows, layered, serves
from cors_tui.lab.scenario import Scenario
from cors_tui.lab.sessions import WITH_COOKIES, sessions
from cors_tui.standards.request import CredentialsMode

SCENARIO = Scenario(
    name="cookie-not-sent",
    title="CORS is right, the cookie stays at home",
    story=(
        "The page on localhost calls the API on 127.0.0.1, and nobody is ever logged in. "
        "The answer is readable; the session cookie is SameSite=Lax and does not go to another site."
    ),
    cause="cookie-not-sent-samesite",
    call=calls("/api/me", host="127.0.0.1", credentials=CredentialsMode.INCLUDE),
    broken=serves(layered(sessions("SameSite=Lax"), WITH_COOKIES)),
    repaired=follows(lambda policy: layered(sessions("SameSite=None; Secure"), by_policy(policy))),
    teaches=("CORS decides what may be read, SameSite what is sent",),
)
