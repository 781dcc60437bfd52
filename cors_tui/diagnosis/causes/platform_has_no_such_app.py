"""The platform has no such service, or its tunnel is down."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("platform-has-no-such-app", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} answers for your server: {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the platform's answer"), evidence)


def _example() -> Facts:
    gone = answer(404, "x-render-routing: no-server", body="Not Found")
    return facts(call(url="https://api-abc.onrender.com/users"), actual=gone)


CAUSE = Cause(
    name="platform-has-no-such-app",
    title="The platform has no such service running",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.CHANGE_URL),
    happened="The hosting platform or tunnel answers by itself, because the service is gone, paused or offline.",
    why="Its error page knows nothing of your CORS settings.",
    change="Look at the platform's dashboard: is the service there, running, and is this its address?",
    expert="Render x-render-routing, Vercel x-vercel-error, Heroku no-such-app, Cloudflare 530 with 1033 (tunnel down) "
    "or 1016, ngrok ERR_NGROK_3200.",
    symptoms=("x-render-routing: no-server", "error code: 1033", "DEPLOYMENT_NOT_FOUND", "ERR_NGROK_3200"),
    outranks=("not-found-404", "timeout-gateway", "error-without-headers", "no-allow-origin", "options-not-handled"),
    rate=1.5,
    detect=_detect,
    example=_example,
)
