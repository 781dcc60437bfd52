"""The server takes the request, and nothing ever comes back."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.lab.behaviours import ALLOW_ORIGIN, PAGE, allowing, api, by_policy, calls, follows, json_reply, serves
from cors_tui.lab.scenario import Scenario

_REPORT = json_reply('{"rows": 12}')
_CORS = allowing((ALLOW_ORIGIN, PAGE), ("Vary", "Origin"))
_HANGING = {"/api/report": replace(_REPORT, delay=24 * 3600.0)}
"""Longer than anybody waits; whoever stops serving ends it."""

SCENARIO = Scenario(
    name="never-answers",
    title="The server never answers",
    story=(
        "An async handler of Express 4 throws before it sends anything, and nobody catches it. "
        "The page waits and waits, for minutes, and no console says a word."
    ),
    cause="no-answer-in-time",
    call=calls("/api/report"),
    broken=serves(api("express", _HANGING, _CORS)),
    repaired=follows(lambda policy: api("express", {"/api/report": _REPORT}, by_policy(policy))),
    patience=2.0,
    teaches=("no answer is not CORS: ask the server by curl, and read its log",),
)
