"""The page is open as www.…, and its code calls the same site without."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Call
from cors_tui.lab.behaviours import api, by_policy, calls, follows, html_reply, json_reply, serves
from cors_tui.lab.scenario import Ports, Scenario

_ROUTES = {
    "/": html_reply("<!doctype html>\n<title>Prices</title>\n"),
    "/api/prices": json_reply('[{"price": 3}]'),
}


def _page_at(host: str, ports: Ports) -> Call:
    return replace(calls("/api/prices")(ports), origin=f"http://{host}:{ports.edge}")


SCENARIO = Scenario(
    name="www-spelling",
    title="The page's own site, called without its www",
    story=(
        "The site answers with www and without, and its code calls the address without. "
        "Who came by the other spelling stands on another origin, of the same server."
    ),
    cause="www-against-apex",
    call=lambda ports: _page_at("www.localhost", ports),
    broken=serves(api("express", _ROUTES)),
    repaired=follows(lambda policy: api("express", _ROUTES, by_policy(policy))),
    mended=lambda ports: _page_at("localhost", ports),
    teaches=("redirect one spelling to the other, and call your own site by a path alone",),
)
