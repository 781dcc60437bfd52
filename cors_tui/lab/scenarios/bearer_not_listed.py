"""A bearer token and Allow-Credentials: the token is a header, and wants to be listed as one."""

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

_ROUTES = {"/api/vault": json_reply('{"secrets": 0}')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE), (ALLOW_CREDENTIALS, "true"), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "Content-Type"),)
)

SCENARIO = Scenario(
    name="bearer-not-listed",
    title="A bearer token is not what credentials mean",
    story=(
        "The page sends a token, so Allow-Credentials was switched on, and credentials: 'include' with it. "
        "The preflight still fails: Authorization is not among the allowed headers."
    ),
    cause="bearer-needs-header",
    call=calls("/api/vault", BEARER, credentials=CredentialsMode.INCLUDE),
    broken=serves(api("actix", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("actix", _ROUTES, by_policy(policy))),
    teaches=("credentials are cookies; a token is a request header",),
    framework="actix",
)
