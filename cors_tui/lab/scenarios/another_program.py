"""Another program has the port: AirPlay on a Mac listens on 5000 and answers 403 to everything."""

from __future__ import annotations

from cors_tui.lab.behaviours import BEARER, api, by_policy, calls, follows, json_reply
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/songs": json_reply('[{"title": "Blue"}]')}
_AIRPLAY = Reply(
    403,
    (
        ("Content-Length", "0"),
        ("Server", "AirTunes/935.7.1"),
        ("X-Apple-ProcessingTime", "0"),
        ("X-Apple-RequestReceivedTimestamp", "33126508"),
    ),
)

SCENARIO = Scenario(
    name="another-program",
    title="Another program answers on the port",
    story=(
        "The API was to run on this port, as on the other machines of the team. "
        "On this one something else had it first, and answers 403 to whatever is asked."
    ),
    cause="wrong-program-on-port",
    call=calls("/api/songs", BEARER),
    broken=lambda _ports: {"edge": lambda _asked: _AIRPLAY},
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("look at who answered, before looking at what",),
)
