"""CORS is right, and so is the cookie; some browsers block it as another site's."""

from __future__ import annotations

from cors_tui.lab.behaviours import by_policy, calls, follows, layered, serves
from cors_tui.lab.scenario import Scenario
from cors_tui.lab.sessions import WITH_COOKIES, sessions
from cors_tui.standards.request import CredentialsMode

SCENARIO = Scenario(
    name="cookie-third-party",
    title="Signed in with Chrome, nobody with Firefox and Safari",
    story=(
        "The page on localhost calls the API on 127.0.0.1: for cookies these are two sites. "
        "The cookie says SameSite=None, and still some browsers send no cookie of another site."
    ),
    cause="cookie-third-party",
    call=calls("/api/me", host="127.0.0.1", credentials=CredentialsMode.INCLUDE),
    broken=serves(layered(sessions("SameSite=None; Secure", unknown=401), WITH_COOKIES)),
    repaired=follows(
        lambda policy: layered(sessions("SameSite=None; Secure; Partitioned", unknown=401), by_policy(policy))
    ),
    teaches=("what SameSite allows a browser may still block",),
)
