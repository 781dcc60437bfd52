"""A forgery check refuses the POST before CORS is asked: a 403 without headers."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_CREDENTIALS,
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    JSON_BODY,
    PAGE,
    adding,
    answering,
    api,
    by_policy,
    calls,
    follows,
    html_reply,
    is_ok,
    is_preflight,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Asked, Reply, Scenario
from cors_tui.standards.request import CredentialsMode

_ROUTES = {"/api/comments": json_reply('{"id": 5}', status=201)}
_CORS = adding((ALLOW_ORIGIN, PAGE), (ALLOW_CREDENTIALS, "true"), ("Vary", "Origin"), to=is_ok)
_PREFLIGHT = answering(is_preflight, Reply(204, ((ALLOW_HEADERS, "Content-Type"),)))


def _changes_without_token(asked: Asked) -> bool:
    return asked.method == "POST" and "x-csrf-token" not in asked.headers


_CHECK = answering(
    _changes_without_token,
    html_reply("<h1>Forbidden <span>(403)</span></h1>\n<p>CSRF verification failed. Request aborted.</p>", status=403),
)

SCENARIO = Scenario(
    name="csrf",
    title="A forgery check answers 403 without headers",
    story=(
        "Reading comments works, writing one does not. "
        "The server's check against forged requests stands before its CORS code and refuses the POST."
    ),
    cause="csrf",
    call=calls("/api/comments", JSON_BODY, method="POST", body='{"text": "hi"}', credentials=CredentialsMode.INCLUDE),
    broken=serves(api("express", _ROUTES, _CORS, _PREFLIGHT, _CHECK)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("read the body of the 403: it may name what refused",),
)
