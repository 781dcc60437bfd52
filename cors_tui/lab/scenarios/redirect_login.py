"""An API call without a session is redirected to a login page, as if a person had come by."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_CREDENTIALS,
    ALLOW_ORIGIN,
    PAGE,
    allowing,
    answering,
    api,
    by_policy,
    calls,
    html_reply,
    json_reply,
    layered,
    redirect,
)
from cors_tui.lab.scenario import Asked, Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy
from cors_tui.standards.request import CredentialsMode

_ROUTES = {"/api/dashboard": json_reply('{"widgets": 4}')}
_CORS = allowing((ALLOW_ORIGIN, PAGE), (ALLOW_CREDENTIALS, "true"), ("Vary", "Origin"))
_LOGIN = html_reply('<!doctype html><title>Log in</title><form method="post"><input name="user"></form>')


def _has_no_session(asked: Asked) -> bool:
    return "session=" not in (asked.headers.get("cookie") or "")


def _broken(ports: Ports) -> dict[str, Handler]:
    to_login = redirect(302, f"http://localhost:{ports.other}/login?next=%2Fapi%2Fdashboard")
    return {
        "edge": layered(api("express", _ROUTES, _CORS), answering(_has_no_session, to_login)),
        "other": lambda _asked: _LOGIN,
    }


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    unknown = answering(_has_no_session, json_reply('{"error": "not logged in"}', status=401))
    return {"edge": api("express", _ROUTES, by_policy(policy), unknown), "other": lambda _asked: _LOGIN}


SCENARIO = Scenario(
    name="redirect-login",
    title="A redirect to the login page",
    story=(
        "The session has run out, and the server sends the API call to the login page, as it would a person. "
        "The repaired side says 401 with the headers, so that the page can show its own login."
    ),
    cause="redirect-to-login",
    call=calls("/api/dashboard", credentials=CredentialsMode.INCLUDE),
    broken=_broken,
    repaired=_repaired,
    teaches=("an API answers 401, a redirect to a login is for people",),
    place=18,
)
