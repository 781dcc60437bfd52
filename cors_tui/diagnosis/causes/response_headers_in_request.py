"""The page sends Access-Control-* headers itself."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    name = next((n for n, _ in facts.case.call.headers if n.lower().startswith("access-control-allow-")), None)
    if name is None or not look.blocked(facts):
        return None
    value = facts.case.call.headers.get(name)
    says = f"The page sends {name} itself; it is the server's to send, and here it only makes a preflight fail."
    return CAUSE.found(Certainty.PROVEN, says, look.written("a header", f"{name}: {value}", "a response header"))


def _example() -> Facts:
    listed = (*allows(), "Access-Control-Allow-Headers: content-type")
    asked = call("GET", "Access-Control-Allow-Origin: *")
    return facts(asked, preflight=answer(204, *listed), actual=answer(200, *allows()))


CAUSE = Cause(
    name="response-headers-in-request",
    title="The page sends the server's headers",
    group=Group.NAMES,
    remedies=(Remedy.CHANGE_REQUEST,),
    happened="The page's code sets Access-Control-Allow-Origin (or a sister of it) on its own request.",
    why="The permission has to come from the server. In a request the header means nothing, and being unknown it needs "
    "a permission of its own.",
    change="Take every Access-Control header out of the request. Set them at the server.",
    expert="It turns a simple GET into a preflighted one: two problems instead of one.",
    symptoms=("Request header field access-control-allow-origin is not allowed by Access-Control-Allow-Headers",),
    outranks=("header-not-allowed", "sdk-header-nobody-typed"),
    rate=2.5,
    detect=_detect,
    example=_example,
)
