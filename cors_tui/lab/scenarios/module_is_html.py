"""A module's file is gone, and the hosting answers with the index page: no browser runs that."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Call
from cors_tui.lab.behaviours import ALLOW_ORIGIN, adding, api, by_policy, calls, follows, html_reply, layered
from cors_tui.lab.scenario import Ports, Reply, Scenario
from cors_tui.standards.request import Initiator

_FILE = "/assets/chart.3f2a.js"
_MODULE = {_FILE: Reply(200, (("Content-Type", "text/javascript"),), "export const bars = 3;\n")}
_INDEX = html_reply('<!doctype html>\n<html lang="en">\n<body><div id="root"></div></body>\n</html>\n')
_FALLBACK = layered(lambda _asked: _INDEX, adding((ALLOW_ORIGIN, "*")))


def _call(ports: Ports) -> Call:
    """As ``<script type="module">`` asks."""
    return replace(calls(_FILE)(ports), initiator=Initiator.MODULE)


SCENARIO = Scenario(
    name="module-is-html",
    title="The index page comes in place of a module",
    story=(
        "The page loads a chart from the assets of another app, which was deployed anew an hour ago. "
        "The file has another name now, and the hosting gives its index page for every path it does not know."
    ),
    cause="answer-of-wrong-kind",
    call=_call,
    broken=lambda _ports: {"edge": _FALLBACK},
    repaired=follows(lambda policy: api("express", _MODULE, by_policy(policy))),
    teaches=("a module has to be JavaScript by its Content-Type, whatever CORS allows",),
)
