"""The allowed origin ends with a slash: an origin never does, and the comparison is of every character."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/products": json_reply('[{"sku": "A-1"}]')}

SCENARIO = Scenario(
    name="trailing-slash",
    title="The allowed origin ends with a slash",
    story=(
        "Somebody copied the page's address out of the address bar into the API's configuration. "
        "The address bar shows a slash at the end."
    ),
    cause="origin-trailing-slash",
    call=calls("/api/products"),
    broken=serves(api("express", _ROUTES, allowing((ALLOW_ORIGIN, f"{PAGE}/"), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("an origin is scheme, host and port, nothing more",),
    place=7,
)
