"""A wildcard where cookies go along: `*` means everybody only for requests without credentials."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_CREDENTIALS,
    ALLOW_ORIGIN,
    allowing,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario
from cors_tui.standards.request import CredentialsMode

_ROUTES = {"/api/cart": json_reply('{"items": 3}')}
_CORS = allowing((ALLOW_ORIGIN, "*"), (ALLOW_CREDENTIALS, "true"))

SCENARIO = Scenario(
    name="wildcard-credentials",
    title="A wildcard where cookies go along",
    story=(
        "The shop's page asks for the cart of the person who is logged in, with credentials: 'include'. "
        "The API allows everybody, with a star."
    ),
    cause="wildcard-with-credentials",
    call=calls("/api/cart", credentials=CredentialsMode.INCLUDE),
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("with credentials the server names the origin, one at a time",),
    place=4,
)
