"""An extension or filter on this machine blocks the request."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy

_TEXT = re.compile(
    r"net::ERR_BLOCKED_BY_CLIENT|blocked by (?:an? )?(?:ad ?block|extension|tracking protection|content blocker)[^\n]*",
    re.IGNORECASE,
)


def _detect(facts: Facts) -> Finding | None:
    said = _TEXT.search(look.pasted_text(facts))
    if said is not None:
        says = "Something in this browser (an ad blocker, a privacy filter) stops the request; it never leaves."
        return CAUSE.found(Certainty.PROVEN, says, look.pasted(said.group(), "the browser's own words"))
    null = re.search(r"did not succeed[^\n]*\(null\)[^\n]*", look.pasted_text(facts))
    if null is None or not look.allowed(facts):
        return None
    says = "The server answers us rightly and your browser says that nothing came: look for a blocker or a filter."
    return CAUSE.found(Certainty.POSSIBLE, says, look.pasted(null.group(), "no answer reached the browser"))


def _example() -> Facts:
    text = "POST https://o1.ingest.sentry.io/api/1/envelope/?sentry_key=1 net::ERR_BLOCKED_BY_CLIENT"
    return facts(call(), actual=answer(200, *allows()), pasted=[text])


CAUSE = Cause(
    name="blocked-by-client",
    title="A blocker in the browser stops the request",
    group=Group.BLOCKER,
    remedies=(Remedy.DISABLE_BLOCKER, Remedy.CHANGE_URL),
    happened="An extension, the browser's tracking protection, or a filter on the machine or in the network holds the "
    "request back.",
    why="The request never reaches the server, so there are no headers. Firefox words it as CORS.",
    change="Try a private window without extensions. Your visitors may have the same blocker: choose URLs that do not "
    "look like tracking.",
    expert="Filter lists match words such as /collect, /ads, sentry_key, analytics. DNS filters answer 0.0.0.0.",
    symptoms=("net::ERR_BLOCKED_BY_CLIENT", "CORS request did not succeed, status code (null)"),
    outranks=("no-allow-origin",),
    rate=3.0,
    detect=_detect,
    example=_example,
)
