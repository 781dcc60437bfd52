"""A gateway that knows no OPTIONS on the path: it asks for a token that is not the matter at all."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    BEARER,
    PAGE,
    adding,
    answering,
    by_policy,
    calls,
    follows,
    is_ok,
    is_options,
    layered,
    serves,
)
from cors_tui.lab.scenario import Asked, Reply, Scenario

_IDS = (("x-amzn-requestid", "5f0c2a7e-0d55-4a6b-9d2c-3b8f1e6a7c90"), ("x-amz-apigw-id", "QxYzAbCdEfGhIjK="))
_JSON = ("Content-Type", "application/json")
_NO_ROUTE = Reply(
    403, (_JSON, *_IDS, ("x-amzn-errortype", "MissingAuthenticationTokenException")),
    '{"message":"Missing Authentication Token"}',
)  # fmt: skip

_HEADER = adding((ALLOW_ORIGIN, PAGE), to=is_ok)


def _function(asked: Asked) -> Reply:
    known = asked.target.partition("?")[0] == "/prod/members"
    return Reply(200, (_JSON, *_IDS), '[{"id": "m-1"}]') if known else _NO_ROUTE


SCENARIO = Scenario(
    name="api-gateway",
    title="A gateway answers OPTIONS with Missing Authentication Token",
    story=(
        "The function behind the gateway adds the header to its answers, and GET is the only method with a route. "
        "The gateway answers the preflight itself, with a sentence about tokens."
    ),
    cause="api-gateway-no-route",
    call=calls("/prod/members", BEARER),
    broken=serves(layered(_function, answering(is_options, _NO_ROUTE), _HEADER)),
    repaired=follows(lambda policy: layered(_function, by_policy(policy))),
    teaches=("that sentence means: no such route or method here",),
)
