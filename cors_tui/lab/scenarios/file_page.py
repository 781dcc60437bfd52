"""The page was opened by double click, and a file has no origin."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_SERVED = "http://localhost:8080"
_ROUTES = {"/api/quotes": json_reply('[{"quote": "Begin."}]')}
_CORS = allowing((ALLOW_ORIGIN, _SERVED), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="file-page",
    title="The page was opened from the disk",
    story=(
        "The tutorial's page works for its author, who serves it at http://localhost:8080. "
        "Opened by double click, its address begins with file:// and it asks as origin null."
    ),
    cause="file-page",
    call=calls("/api/quotes", origin="file:///home/ada/quotes/index.html"),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    mended=calls("/api/quotes", origin=_SERVED),
    teaches=("serve the folder, and open the page by http",),
)
