"""The answer is readable, one of its headers is not: script sees only the safelisted ones and those exposed."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/customers": json_reply('[{"id": 1}]', ("X-Total-Count", "42"))}

SCENARIO = Scenario(
    name="expose-headers",
    title="A response header that script cannot read",
    story=(
        "The list arrives, but response.headers.get('X-Total-Count') is null, so nobody can tell how long it is. "
        "The network panel shows the header plainly."
    ),
    cause="expose-headers-missing",
    call=calls("/api/customers"),
    answers=(("reads-header", "X-Total-Count"),),
    broken=serves(api("express", _ROUTES, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin")))),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("a page reads seven response headers; others need Access-Control-Expose-Headers",),
)
