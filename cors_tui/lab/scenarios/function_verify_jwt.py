"""A platform checks a token before the function runs, on the preflight as well."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    adding,
    answering,
    api,
    by_policy,
    calls,
    follows,
    has_no_token,
    is_ok,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/functions/v1/hello": json_reply('{"message": "hello"}')}
_PLATFORM = ("X-Served-By", "supabase-edge-runtime")
_UNVERIFIED = answering(
    has_no_token, json_reply('{"msg":"Error: Missing authorization header"}', _PLATFORM, status=401)
)
_CORS = adding((ALLOW_ORIGIN, PAGE), to=is_ok)

SCENARIO = Scenario(
    name="function-verify-jwt",
    title="The platform wants a token on the preflight",
    story=(
        "The function handles OPTIONS in its first lines, as the guide says, and never gets to see one. "
        "The platform verifies a token before it, and a preflight has none."
    ),
    cause="supabase-verify-jwt",
    call=calls("/functions/v1/hello", BEARER),
    broken=serves(api("hono", _ROUTES, _CORS, _UNVERIFIED)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("switch the platform's check off for this function, and verify inside it",),
    framework="hono",
)
