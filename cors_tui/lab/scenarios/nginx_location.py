"""One path of an nginx has no headers: a location with an add_header of its own inherits none."""

from __future__ import annotations

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, adding, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Reply, Scenario
from cors_tui.standards.header_list import HeaderList

_ROUTES = {"/api/banners": json_reply('["spring"]', ("Cache-Control", "no-store"))}
_NGINX = ("Server", "nginx/1.22.1")


def _has_no_own_header(reply: Reply) -> bool:
    return "cache-control" not in HeaderList(reply.headers)


_CORS = adding((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"), to=_has_no_own_header)

SCENARIO = Scenario(
    name="nginx-location",
    title="One path of an nginx lost its headers",
    story=(
        "The server block adds the header for every path, and a location got an add_header for its cache. "
        "From then on that location inherits none of the others."
    ),
    cause="location-drops-headers",
    call=calls("/api/banners"),
    broken=serves(api("hono", _ROUTES, adding(_NGINX), _CORS)),
    repaired=follows(lambda policy: api("hono", _ROUTES, by_policy(policy))),
    teaches=("in nginx, one add_header in a location replaces all that it would inherit",),
    framework="hono",
)
