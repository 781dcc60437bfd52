"""A 413 from the proxy: the body is too large, the application and its headers never hear of it."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    JSON_BODY,
    PAGE,
    allowing,
    answering,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    layered,
    serves,
)
from cors_tui.lab.edges import nginx_page
from cors_tui.lab.scenario import Asked, Scenario

LIMIT = 1024
"""Bytes of body the proxy of this scenario lets through."""

_ROUTES = {"/api/photos": json_reply('{"id": 12}', status=201)}
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "Content-Type"),))
_BODY = '{"photo": "' + "A" * 2 * LIMIT + '"}'


def _is_too_large(asked: Asked) -> bool:
    return len(asked.body) > LIMIT


_LIMITED = answering(_is_too_large, nginx_page(413, "Request Entity Too Large"))

SCENARIO = Scenario(
    name="error-413",
    title="A large upload gets a 413 without headers",
    story=(
        "Small photos are saved, large ones fail with a CORS error. "
        f"The proxy lets {LIMIT} bytes of body through and answers the rest itself, without asking the application."
    ),
    cause="body-too-large",
    call=calls("/api/photos", JSON_BODY, method="POST", body=_BODY),
    broken=serves(layered(api("express", _ROUTES, _CORS), _LIMITED)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("an error page of the proxy has none of the application's headers",),
    place=12,
)
