"""The server is right since this morning, and some browsers keep yesterday's preflight for a day."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_ORIGIN,
    MAX_AGE,
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

_ROUTES = {"/api/wishlist": json_reply('[{"item": "lamp"}]')}
_CORS = allowing(
    (ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), preflight=((ALLOW_HEADERS, "X-Shop-Version"), (MAX_AGE, "86400"))
)


def _yesterday(call: Call) -> tuple[str, ...]:
    return (
        f"Access to fetch at '{call.url}' from origin '{call.origin}' has been blocked by CORS policy: "
        "Request header field x-shop-version is not allowed by Access-Control-Allow-Headers in preflight response.",
    )


SCENARIO = Scenario(
    name="stale-max-age",
    title="A preflight's answer is kept for a day",
    story=(
        "The new header was allowed this morning, and for some people it still fails. "
        "Their browsers keep yesterday's answer to the preflight, as the server told them to, for 86400 seconds."
    ),
    cause="stale-preflight-cache",
    call=calls("/api/wishlist", ("X-Shop-Version", "7")),
    pasted=_yesterday,
    broken=serves(api("express", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    teaches=("keep Max-Age short while the policy changes", "an empty cache shows what the server says today"),
)
