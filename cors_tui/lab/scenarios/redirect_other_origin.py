"""The API redirects to another origin: from there on the browser sends `Origin: null`."""

from __future__ import annotations

from cors_tui.lab.behaviours import (
    ALLOW_ORIGIN,
    PAGE,
    allowing,
    always,
    answering,
    api,
    by_policy,
    calls,
    json_reply,
    listing,
    redirect,
)
from cors_tui.lab.scenario import Handler, Ports, Scenario
from cors_tui.policy import CorsPolicy

_ROUTES = {"/files/report": json_reply('{"pages": 12}')}


def _broken(ports: Ports) -> dict[str, Handler]:
    moved = redirect(302, f"http://localhost:{ports.other}/files/report")
    return {
        "edge": api("express", {}, allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin")), answering(always, moved)),
        "other": api("express", _ROUTES, listing(PAGE)),
    }


def _repaired(_ports: Ports, policy: CorsPolicy) -> dict[str, Handler]:
    server = api("express", _ROUTES, by_policy(policy))
    return {"edge": server, "other": server}


SCENARIO = Scenario(
    name="redirect-other-origin",
    title="A redirect to another origin turns Origin into null",
    story=(
        "The API redirects to the server that keeps the files, and both allow the page. "
        "On the second hop the browser says null instead of the page's origin. The repaired side answers at once."
    ),
    cause="redirect-drops-origin",
    call=calls("/files/report"),
    broken=_broken,
    repaired=_repaired,
    teaches=("after a redirect between origins nobody is sure who asks",),
)
