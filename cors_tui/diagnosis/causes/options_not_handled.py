"""The server has no answer for OPTIONS, so the preflight fails."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_OTHER_CAUSES = (401, 403, 407, 413, 429)


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or response is None or not look.blocked(facts):
        return None
    if response.status in (404, 405, 501) or look.only_options_is_refused(facts):
        return _refused(facts, exchange, response, Certainty.PROVEN)
    if 300 <= response.status < 500 and response.status not in _OTHER_CAUSES:
        return _refused(facts, exchange, response, Certainty.LIKELY)
    return _answered_by_something_else(facts, exchange, response)


def _refused(facts: Facts, exchange: Exchange, response: Response, certainty: Certainty) -> Finding:
    says = f"The server answers the preflight OPTIONS with status {response.status}; a browser wants 200 to 299."
    evidence = [look.status(exchange, "the answer to the preflight")]
    if "allow" in response.headers:
        evidence.append(look.header(exchange, "Allow", "the methods this route knows"))
    return CAUSE.found(certainty, says, *evidence, next=_next(facts))


def _answered_by_something_else(facts: Facts, exchange: Exchange, response: Response) -> Finding | None:
    other = look.let_in_elsewhere(facts, than=exchange)
    if other is None and not look.bare(look.actual(facts)):
        other = facts.actual
    if not look.is_ok(response) or not look.bare(response) or other is None or other.response is None:
        return None
    if _is_the_route(facts, other):
        return None
    lists = look.cors_names(response.headers)
    with_what = f"with {lists[0]} and without {look.ALLOW_ORIGIN}" if lists else f"without {look.ALLOW_ORIGIN}"
    asked = "the request itself" if other is facts.actual else "another request"
    says = f"Something answers OPTIONS {with_what}, although {asked} gets it."
    shown = look.header(other, look.ALLOW_ORIGIN, "the same server, asked without a preflight")
    return CAUSE.found(Certainty.PROVEN, says, look.lacks(exchange, look.ALLOW_ORIGIN), shown)


def _is_the_route(facts: Facts, other: Exchange) -> bool:
    """Only another path has the header: this one lacks it in every answer, not in that to OPTIONS alone."""
    itself = look.actual(facts)
    return look.is_ok(itself) and look.bare(itself) and other in facts.seen(experiments.MISSING_PATH)


def _next(facts: Facts) -> str:
    if look.bare(look.actual(facts)):
        return f"The request itself has no {look.ALLOW_ORIGIN} either: that shows as soon as OPTIONS is answered."
    return ""


def _example() -> Facts:
    return facts(call("GET", "X-Api-Key: k"), preflight=answer(405, "Allow: GET"), actual=answer(200, *allows()))


CAUSE = Cause(
    name="options-not-handled",
    title="OPTIONS (the preflight) is not handled",
    group=Group.PREFLIGHT,
    remedies=(Remedy.ANSWER_PREFLIGHT, Remedy.SEND_POLICY),
    happened="Before this request the browser asks the server for permission with an OPTIONS request, the preflight. "
    "The server has no answer for it.",
    why="The preflight must be answered with a status from 200 to 299 and the CORS headers. Any other status stops the "
    "browser before your request is even sent.",
    change="Let the CORS middleware answer OPTIONS, registered before the routes. Do not write a single OPTIONS route "
    "by hand: the real answers need Access-Control-Allow-Origin too.",
    expert="404, 405 and 501 are routers that know no OPTIONS; some 4xx come from validators that run too early. A "
    "perfect set of CORS headers on a non-ok status does not help. In Express 5 `app.options('*', ...)` crashes at "
    "start; in Express 4 it is dead code behind `app.use(cors())`.",
    symptoms=(
        "Response to preflight request doesn't pass access control check: It does not have HTTP ok status",
        "CORS preflight response did not succeed",
        "Preflight response is not successful",
        "OPTIONS returns 404, 405",
    ),
    needs=(experiments.MISSING_PATH, experiments.PLAIN_OPTIONS),
    outranks=("route-before-middleware", "no-allow-origin"),
    rate=12.0,
    sources=("https://fetch.spec.whatwg.org/#cors-preflight-fetch",),
    detect=_detect,
    example=_example,
)
