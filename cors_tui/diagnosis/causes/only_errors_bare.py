"""Good answers carry the headers, refusals (4xx) do not."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    JSON,
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy

_OTHER_CAUSES = (401, 403, 404, 407, 413, 419, 429)


def _detect(facts: Facts) -> Finding | None:
    stuck = look.failed_status(facts)
    if stuck is None or stuck.response is None or not look.blocked(facts):
        return None
    if not 400 <= stuck.response.status < 500 or stuck.response.status in _OTHER_CAUSES:
        return None
    good = look.headers_elsewhere(facts, than=stuck)
    if good is None:
        return None
    says = f"The server refuses the request itself ({stuck.response.status}), and its refusals carry no CORS headers."
    shown = look.header(good, look.ALLOW_ORIGIN, "another answer of the same server")
    return CAUSE.found(Certainty.PROVEN, says, look.lacks(stuck, look.ALLOW_ORIGIN), shown)


def _example() -> Facts:
    refused = answer(422, "Server: nginx", body='{"error":"name is missing"}')
    return facts(call("POST", JSON, body="{}"), preflight=answer(204, *allows_all_of()), actual=refused)


CAUSE = Cause(
    name="only-errors-bare",
    title="Errors have no CORS headers",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.CHANGE_REQUEST, Remedy.KEEP_ON_ERRORS),
    happened="The server refuses this request with a 4xx, for a reason of its own, and sends no CORS headers with it.",
    why="The page may not read the answer, so you do not see what is wrong with the request.",
    change="Look at the answer itself (it is shown here): it says what is wrong with the request. And let every "
    "answer carry the headers (nginx: `always` behind each add_header), so that next time the page sees it.",
    expert="nginx add_header stands on 200, 201, 204, 206, 301, 302, 303, 304, 307, 308 only; aiohttp-cors covers only "
    "routes that were added; per-route middleware misses what is refused before.",
    symptoms=("CORS error only when the input is wrong", "net::ERR_FAILED 400", "net::ERR_FAILED 422"),
    needs=(experiments.MISSING_PATH,),
    outranks=("error-without-headers", "no-allow-origin", "route-before-middleware"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
