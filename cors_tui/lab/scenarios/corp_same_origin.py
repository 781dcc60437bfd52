"""An image is embedded from another origin, and its own header forbids that."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Call
from cors_tui.lab.behaviours import api, by_policy, calls, follows, serves
from cors_tui.lab.scenario import Ports, Reply, Scenario
from cors_tui.standards.request import CredentialsMode, Initiator, Mode

_CORP = "Cross-Origin-Resource-Policy"
_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8"/></svg>'


def _uploads(corp: str) -> dict[str, Reply]:
    return {"/uploads/cat.svg": Reply(200, (("Content-Type", "image/svg+xml"), (_CORP, corp)), _PICTURE)}


def _call(ports: Ports) -> Call:
    """As an ``<img>`` without crossorigin asks."""
    called = calls("/uploads/cat.svg", credentials=CredentialsMode.INCLUDE)(ports)
    return replace(called, mode=Mode.NO_CORS, initiator=Initiator.IMAGE)


SCENARIO = Scenario(
    name="corp-same-origin",
    title="An image that only its own origin may show",
    story=(
        "The page shows pictures that people upload to the API, in plain img elements. "
        "Since helmet was added, every answer says Cross-Origin-Resource-Policy: same-origin."
    ),
    cause="corp-blocks",
    call=_call,
    broken=serves(api("express", _uploads("same-origin"))),
    repaired=follows(lambda policy: api("express", _uploads("cross-origin"), by_policy(policy))),
    teaches=("an img needs no CORS: Cross-Origin-Resource-Policy says who may embed a file",),
)
