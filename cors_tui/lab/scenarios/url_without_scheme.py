"""The page's URL begins with the host: a browser takes the host for a scheme, and asks nobody."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    PAGE,
    allowing,
    api,
    by_policy,
    calls,
    follows,
    json_reply,
    serves,
)
from cors_tui.lab.scenario import Ports, Scenario

_ROUTES = {"/api/menu": json_reply('[{"dish": "soup"}]')}
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))


def _call(ports: Ports) -> Call:
    return Call(f"localhost:{ports.edge}/api/menu", PAGE)


SCENARIO = Scenario(
    name="url-without-scheme",
    title="The URL has no http:// in front",
    story=(
        "The API's address stands in a variable, as host and port, and the page calls just that. "
        "Firefox and Safari word the refusal as CORS, although nothing was asked."
    ),
    cause="url-without-scheme",
    call=_call,
    broken=serves(api("actix", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("actix", _ROUTES, by_policy(policy))),
    mended=calls("/api/menu"),
    teaches=("of localhost:8000/menu a browser takes localhost: for the scheme",),
    framework="actix",
)
