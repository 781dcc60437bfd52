"""CORS is right, the cookie does not travel: its SameSite keeps it at home."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_CREDENTIALS,
    ALLOW_ORIGIN,
    PAGE,
    allowing,
    by_policy,
    calls,
    json_reply,
    layered,
)
from cors_tui.lab.scenario import Asked, Handler, Ports, Reply, Scenario
from cors_tui.policy import CorsPolicy
from cors_tui.standards.request import CredentialsMode

_CORS = allowing((ALLOW_ORIGIN, PAGE), (ALLOW_CREDENTIALS, "true"), ("Vary", "Origin"))


def _sessions(attributes: str) -> Handler:
    """A server that begins a session with whoever brings none."""

    def answer(asked: Asked) -> Reply:
        if "session=" in (asked.headers.get("cookie") or ""):
            return json_reply('{"user": "ada"}')
        return json_reply('{"user": null}', ("Set-Cookie", f"session=practice; Path=/; HttpOnly; {attributes}"))

    return answer


def _broken(_ports: Ports) -> dict[str, Handler]:
    return {"edge": layered(_sessions("SameSite=Lax"), _CORS)}


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    return {"edge": layered(_sessions("SameSite=None; Secure"), by_policy(policy))}


SCENARIO = Scenario(
    name="cookie-not-sent",
    title="CORS is right, the cookie stays at home",
    story=(
        "The page on localhost calls the API on 127.0.0.1, and nobody is ever logged in. "
        "The answer is readable; the session cookie is SameSite=Lax and does not go to another site."
    ),
    cause="cookie-not-sent-samesite",
    call=calls("/api/me", host="127.0.0.1", credentials=CredentialsMode.INCLUDE),
    broken=_broken,
    repaired=_repaired,
    teaches=("CORS decides what may be read, SameSite what is sent",),
)
