"""The server says it in words: a preflight from a page that is not listed gets 400 and a sentence."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_METHODS,
    BEARER,
    answering,
    api,
    by_policy,
    calls,
    follows,
    is_preflight,
    json_reply,
    listing,
    serves,
)
from cors_tui.lab.scenario import Reply, Scenario

_ROUTES = {"/api/lessons": json_reply('[{"lesson": 1}]')}
_REFUSED = Reply(
    400,
    (
        ("vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"),
        (ALLOW_METHODS.lower(), "GET, POST"),
        (ALLOW_HEADERS.lower(), "Accept, Accept-Language, Authorization, Content-Language, Content-Type"),
        ("content-type", "text/plain; charset=utf-8"),
    ),
    "Disallowed CORS origin",
)

SCENARIO = Scenario(
    name="origin-refused",
    title="The preflight is refused with a sentence",
    story=(
        "The API's middleware knows the production page only, and refuses others with 400. "
        "The browser hides the sentence that explains it; whoever asks the server directly can read it."
    ),
    cause="origin-refused",
    call=calls("/api/lessons", BEARER),
    broken=serves(api("fastapi", _ROUTES, answering(is_preflight, _REFUSED), listing("https://app.example.com"))),
    repaired=follows(lambda policy: api("fastapi", _ROUTES, by_policy(policy))),
    teaches=("read the body of the preflight's answer",),
    framework="fastapi",
)
