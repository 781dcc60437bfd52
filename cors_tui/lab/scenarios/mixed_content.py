"""An https page calls http on this machine: most browsers let it, Safari does not."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_SECURE_PAGE = "https://localhost:3000"
_ROUTES = {"/api/players": json_reply('[{"name": "Lin"}]')}
_CORS = allowing((ALLOW_ORIGIN, _SECURE_PAGE), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="mixed-content",
    title="An https page calls http, and Safari refuses",
    story=(
        "The development server of the page was switched to https, the API beside it still speaks http. "
        "Chrome and Firefox count this machine as safe, Safari asks nothing."
    ),
    cause="mixed-content",
    call=calls("/api/players", origin=_SECURE_PAGE),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    mended=calls("/api/players", origin=PAGE),
    teaches=("page and API both by https, or on this machine both by http",),
)
