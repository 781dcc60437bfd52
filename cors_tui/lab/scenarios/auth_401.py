"""Authentication stands in front of CORS and answers the preflight, which never carries a token, with 401."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    allowing,
    answering,
    api,
    by_policy,
    calls,
    follows,
    has_no_token,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Scenario

_ROUTES = {"/api/invoices": json_reply('[{"id": 7, "paid": false}]')}
_AUTHENTICATION = answering(
    has_no_token, json_reply('{"error": "missing token"}', ("WWW-Authenticate", "Bearer"), status=401)
)
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "Authorization"),))

SCENARIO = Scenario(
    name="auth-401",
    title="Authentication answers the preflight with 401",
    story=(
        "The page sends its token, the API has a CORS middleware, and the request works in curl. "
        "The middleware that checks the token was registered first, and a preflight never carries a token."
    ),
    cause="auth-before-cors",
    call=calls("/api/invoices", BEARER),
    broken=serves(api("express", _ROUTES, _AUTHENTICATION, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy), _AUTHENTICATION)),
    teaches=("no browser puts Authorization or cookies on a preflight", "CORS goes before authentication"),
    place=10,
)
