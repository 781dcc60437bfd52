"""The header's name has a letter too few: the server sends something that no browser knows."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE, adding, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/menu": json_reply('[{"dish": "soup"}]')}

SCENARIO = Scenario(
    name="header-misspelled",
    title="The header's name is misspelled",
    story=(
        "Somebody added the header by hand, and it does stand in the answer. "
        "The page is refused all the same: one letter of its name is missing."
    ),
    cause="header-name-misspelled",
    call=calls("/api/menu"),
    broken=serves(api("express", _ROUTES, adding(("Access-Control-Allow-Orign", PAGE), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("a browser says nothing of a header that it does not know",),
)
