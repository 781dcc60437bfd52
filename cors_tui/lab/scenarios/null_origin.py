"""A page opened as a file: its origin is `null`, and no list should name that."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE, api, by_policy, calls, follows, json_reply, listing, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/weather": json_reply('{"temperature": 21}')}

SCENARIO = Scenario(
    name="null-origin",
    title="A page opened as a file has the origin null",
    story=(
        "The page was opened by a double click, so its address begins with file://. "
        "The API's list names the development server, where the page was meant to be served."
    ),
    cause="origin-null",
    call=calls("/api/weather", origin="null"),
    broken=serves(api("express", _ROUTES, listing(PAGE))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("serve the page from a server", "who allows null allows every file and every sandbox"),
)
