"""No CORS header at all: the server was never told that pages of other origins call it."""

from __future__ import annotations

from cors_tui.lab.behaviours import api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/orders": json_reply('[{"id": 1, "total": 19.9}]')}

SCENARIO = Scenario(
    name="no-header",
    title="No CORS header at all",
    story=(
        "A new front end on localhost:3000 asks the API for the list of orders. "
        "The API answers 200 with the list, and the page still gets nothing."
    ),
    cause="no-allow-origin",
    call=calls("/api/orders"),
    broken=serves(api("express", _ROUTES)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("the server answers, the browser withholds the answer", "a simple request has no preflight"),
    place=1,
)
