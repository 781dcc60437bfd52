"""`Access-Control-Allow-Headers: *` with credentials: then the star is a header's name, and covers nothing."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_CREDENTIALS,
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
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

_ROUTES = {"/api/team": json_reply('[{"name": "Grace"}]')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE), (ALLOW_CREDENTIALS, "true"), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "*"),)
)

SCENARIO = Scenario(
    name="wildcard-authorization",
    title="A star does not allow Authorization with credentials",
    story=(
        "The API allows every request header, with a star. "
        "The page sends a bearer token and, by its library's default, credentials: 'include'."
    ),
    cause="wildcard-literal-with-credentials",
    call=calls("/api/team", BEARER, credentials=CredentialsMode.INCLUDE),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("with credentials a star is only a name", "the standard wants Authorization named in any case"),
    framework="hono",
)
