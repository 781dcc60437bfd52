"""Two origins in one header: the configured list was sent as it stands."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/news": json_reply('[{"headline": "Rain"}]')}
_CORS = allowing((ALLOW_ORIGIN, f"{PAGE}, https://app.example.com"))

SCENARIO = Scenario(
    name="origin-list",
    title="A list of origins in one header",
    story=(
        "Development and production are both to be allowed, so both were written into the header, with a comma. "
        "The page's own origin is among them."
    ),
    cause="origin-list-in-one-header",
    call=calls("/api/news"),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("the header holds one origin: the server chooses the one that asked",),
)
