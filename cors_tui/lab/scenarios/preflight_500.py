"""The list of origins refuses by throwing: every page that is not on it gets a 500."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    BEARER,
    allowing,
    answering,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.frameworks import express_error
from cors_tui.lab.scenario import Asked, Scenario

_LISTED = "https://app.example.com"
_ROUTES = {"/api/feed": json_reply('[{"post": "hello"}]')}


def _is_not_listed(asked: Asked) -> bool:
    return bool(asked.origin) and asked.origin != _LISTED


_REFUSED = answering(_is_not_listed, express_error(500, "Error: Not allowed by CORS"))
_CORS = allowing((ALLOW_ORIGIN, _LISTED), ("Vary", "Origin"))

SCENARIO = Scenario(
    name="preflight-500",
    title="An origin that is not listed gets a 500",
    story=(
        "The API's list of origins is a function that calls back with an error for strangers. "
        "The development server of the front end is not on the list, so even the preflight is a 500."
    ),
    cause="callback-error",
    call=calls("/api/feed", BEARER),
    broken=serves(api("express", _ROUTES, _REFUSED, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("refuse an origin by staying silent, never by an error",),
)
