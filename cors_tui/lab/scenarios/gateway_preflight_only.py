"""A gateway answers the preflight for you; the function behind it has to send the headers itself."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_HEADERS,
    ALLOW_METHODS,
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    answering,
    by_policy,
    calls,
    follows,
    is_preflight,
    layered,
    serves,
)
from cors_tui.lab.scenario import Reply, Scenario

_IDS = (("Content-Type", "application/json"), ("x-amzn-RequestId", "5f0c2a7e-0d55-4a6b-9d2c-3b8f1e6a7c90"))
_FUNCTION = Reply(200, _IDS, '[{"seat": "12A"}]')
_ANSWERED = Reply(
    200, ((ALLOW_ORIGIN, PAGE), (ALLOW_HEADERS, "authorization"), (ALLOW_METHODS, "OPTIONS,GET"), *_IDS), "{}"
)

SCENARIO = Scenario(
    name="gateway-preflight-only",
    title="A gateway answers the preflight, the function forgets",
    story=(
        "CORS was switched on in the gateway, and the preflight passes. "
        "The answer itself comes from the function, unchanged, and it has no header."
    ),
    cause="platform-answers-preflight-only",
    call=calls("/prod/seats", BEARER),
    broken=serves(layered(lambda _asked: _FUNCTION, answering(is_preflight, _ANSWERED))),
    repaired=follows(lambda policy: layered(lambda _asked: _FUNCTION, by_policy(policy))),
    teaches=("behind a proxy integration the function owns its headers",),
)
