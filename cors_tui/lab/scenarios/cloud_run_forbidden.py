"""A platform that lets only signed-in callers in refuses the preflight, which never signs in."""

from __future__ import annotations

from cors_tui.lab.behaviours import BEARER, api, by_policy, calls, follows, html_reply, json_reply
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/invites": json_reply('["ada"]')}
_FORBIDDEN = html_reply(
    "<html><head><title>403 Forbidden</title></head><body><h1>Error: Forbidden</h1>"
    "<h2>Your client does not have permission to get URL <code>/api/invites</code> here.</h2></body></html>",
    ("Server", "Google Frontend"),
    status=403,
)

SCENARIO = Scenario(
    name="cloud-run-forbidden",
    title="The platform lets only signed-in callers in",
    story=(
        "The service was deployed without leave for everybody to call it, since it checks tokens itself. "
        "The platform checks first, and a preflight brings nothing it could check."
    ),
    cause="cloud-run-forbidden",
    call=calls("/api/invites", BEARER),
    broken=lambda _ports: {"edge": lambda _asked: _FORBIDDEN},
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("let the platform admit everybody, and check tokens in the service",),
    framework="fastapi",
)
