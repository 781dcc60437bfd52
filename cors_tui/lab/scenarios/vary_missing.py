"""All is well today: the answer depends on the origin and does not say so, until a cache comes by."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE, api, by_policy, calls, dropping, follows, json_reply, listing, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/menu": json_reply('["soup"]', ("Cache-Control", "public, max-age=600"))}

SCENARIO = Scenario(
    name="vary-missing",
    title="Vary: Origin is missing, and nobody has noticed",
    story=(
        "The page works, and so does the other page on the list. "
        "The answers may be stored for ten minutes and do not say that they differ from page to page."
    ),
    cause="vary-missing",
    call=calls("/api/menu"),
    broken=serves(api("express", _ROUTES, dropping("vary"), listing(PAGE, "https://app.example.com"))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("whoever answers by Origin sends Vary: Origin, to everybody",),
)
