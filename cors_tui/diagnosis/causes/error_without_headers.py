"""An error status without CORS headers: the page sees CORS, the cause is the error."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows_all_of, answer, call, facts
from cors_tui.remedy import Remedy

_OTHER_CAUSES = (401, 403, 404, 407, 413, 429, 502, 503, 504, 530)


def _detect(facts: Facts) -> Finding | None:
    stuck = look.failed_status(facts)
    if stuck is None or stuck.response is None or not look.blocked(facts):
        return None
    status = stuck.response.status
    if status in _OTHER_CAUSES or stuck is facts.preflight:
        return None
    elsewhere = look.headers_elsewhere(facts, than=stuck)
    does = "fails" if status >= 500 else "refuses the request"
    says = f"The server {does} with status {status}, and its error page carries no CORS headers."
    evidence = [look.lacks(stuck, look.ALLOW_ORIGIN)]
    if elsewhere is None:
        return CAUSE.found(Certainty.LIKELY, says, *evidence)
    evidence.append(look.header(elsewhere, look.ALLOW_ORIGIN, "another answer of the same server has it"))
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


def _example() -> Facts:
    fails = answer(500, "Content-Type: text/plain", body="Internal Server Error", reason="Internal Server Error")
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(200, *allows_all_of()), actual=fails)


CAUSE = Cause(
    name="error-without-headers",
    title="The server fails, and its error carries no CORS headers",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.REPAIR_ERROR, Remedy.KEEP_ON_ERRORS),
    happened="Your request was allowed and reached the server, and there it failed. The error page is made by a layer "
    "outside the CORS code, so it has no CORS headers.",
    why="The browser checks error answers too. Without the header it hides even the status, and shows a CORS error "
    "instead of the 500.",
    change="Look into the server's log and repair the error: the CORS headers come back by themselves. Then let errors "
    "carry the headers, so that next time the page sees the real status.",
    expert="FastAPI and Starlette answer unhandled exceptions outside the middleware stack (wrap the whole app with "
    "CORSMiddleware); nginx drops add_header on 4xx and 5xx without `always`; also Flask's debugger, Koa with "
    "keepHeadersOnError false, Next.js route handlers that throw.",
    symptoms=(
        "net::ERR_FAILED 500",
        "No 'Access-Control-Allow-Origin' header is present, although CORS is configured",
        "only one endpoint fails",
    ),
    needs=(experiments.MISSING_PATH,),
    outranks=("no-allow-origin", "route-before-middleware"),
    rate=15.0,
    detect=_detect,
    example=_example,
)
