"""The page's own Content-Security-Policy does not name the API: nothing is sent."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Ports, Scenario
from cors_tui.standards.header_list import HeaderPair

_ROUTES = {"/api/weather": json_reply('{"sky": "clear"}')}
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))
_NAME = "Content-Security-Policy"


def _without_the_api(_ports: Ports) -> tuple[HeaderPair, ...]:
    return ((_NAME, "default-src 'self'; connect-src 'self'"),)


def _with_the_api(ports: Ports) -> tuple[HeaderPair, ...]:
    return ((_NAME, f"default-src 'self'; connect-src 'self' http://localhost:{ports.edge}"),)


SCENARIO = Scenario(
    name="page-policy",
    title="The page's Content-Security-Policy forbids the call",
    story=(
        "The page got a Content-Security-Policy last week, and the API is on another port. "
        "The API is right as it is, and never hears of the call."
    ),
    cause="csp-connect-src",
    call=calls("/api/weather", page_headers=_without_the_api),
    broken=serves(api("hono", _ROUTES, _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    mended=calls("/api/weather", page_headers=_with_the_api),
    teaches=("connect-src says where a page may connect to, before CORS is asked",),
    framework="hono",
)
