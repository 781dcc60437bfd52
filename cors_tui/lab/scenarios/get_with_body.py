"""A GET with a body: fetch refuses it before anything is sent."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/search": json_reply('[{"title": "Tea"}]')}
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="get-with-body",
    title="The page gives a GET a body",
    story=(
        "The API's description says that the search takes a JSON body, and its author tried it by curl. "
        "In the page, fetch throws, and the server's log stays empty."
    ),
    cause="never-sent",
    call=calls("/api/search", body='{"words": "tea"}'),
    broken=serves(api("fastapi", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    mended=calls("/api/search?words=tea"),
    teaches=("no page can send a GET with a body: put the values into the query",),
    framework="fastapi",
)
