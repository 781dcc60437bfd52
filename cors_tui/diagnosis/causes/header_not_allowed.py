"""A request header is not in Access-Control-Allow-Headers."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or response is None or not look.blocked(facts):
        return None
    if look.is_ok(response) and look.lets_in(facts, response):
        return _not_listed(exchange, look.not_listed_headers(facts))
    return _refused_in_words(exchange) or _refused_because_of_it(facts, exchange, response)


def _refused_in_words(exchange: Exchange) -> Finding | None:
    """Some servers answer with an error that says it. Another fault named beside it comes first."""
    matched = signatures.recognise("header-not-allowed", exchange)
    if matched is None or signatures.recognise("origin-refused", exchange) is not None:
        return None
    row, evidence = matched
    sent = look.asked(exchange, look.REQUEST_HEADERS, "the headers the browser asks for")
    says = f"The server refuses the preflight because of a header ({row.product}): {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, evidence, sent, look.status(exchange, "the answer"))


def _not_listed(exchange: Exchange, missing: tuple[str, ...]) -> Finding | None:
    if not missing:
        return None
    says = f"The request sends {_names(missing)}, and the server's {look.ALLOW_HEADERS} does not list it."
    sent = look.asked(exchange, look.REQUEST_HEADERS, "the headers the browser asks for")
    listed = look.ALLOW_HEADERS in (exchange.response.headers if exchange.response else ())
    shown = (
        look.header(exchange, look.ALLOW_HEADERS, "the headers the server allows")
        if listed
        else look.lacks(exchange, look.ALLOW_HEADERS)
    )
    return CAUSE.found(Certainty.PROVEN, says, sent, shown)


def _refused_because_of_it(facts: Facts, exchange: Exchange, response: Response) -> Finding | None:
    fewer = facts.seen(experiments.FEWER_HEADERS)
    if look.is_ok(response) or look.is_redirect(response) or not fewer or not look.is_ok(fewer[0].response):
        return None
    says = f"The preflight is refused ({response.status}) with your headers and accepted without them."
    sent = look.asked(exchange, look.REQUEST_HEADERS, "with these it is refused")
    status = look.status(exchange, "with them")
    return CAUSE.found(Certainty.PROVEN, says, sent, status, look.status(fewer[0], "without them"))


def _names(missing: tuple[str, ...]) -> str:
    return " and ".join(f"`{name}`" for name in missing)


def _example() -> Facts:
    listed = (*allows(), "Access-Control-Allow-Headers: content-type")
    return facts(call("GET", "X-Trace: 1"), preflight=answer(204, *listed), actual=answer(200, *allows()))


CAUSE = Cause(
    name="header-not-allowed",
    title="A request header is not in Access-Control-Allow-Headers",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY, Remedy.CHANGE_REQUEST),
    happened="Your request carries a header that pages may not send without permission, and the server's answer to the "
    "preflight does not name it.",
    why="`Content-Type: application/json`, `Authorization` and every header of your own need permission by name in "
    "Access-Control-Allow-Headers of the preflight's answer.",
    change="Add the header's name to the allowed headers of the server's CORS middleware, or leave the header out of "
    "the request when it is not needed.",
    expert="Names are compared without case; several lines and spaces do not matter; `*` counts only without "
    "credentials and, by the standard, never covers Authorization. Only the preflight's answer counts. Some servers "
    "answer 400, 403 or 405 instead of leaving the name out.",
    symptoms=(
        "Request header field is not allowed by Access-Control-Allow-Headers in preflight response",
        "header is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response",
    ),
    needs=(experiments.FEWER_HEADERS,),
    outranks=("options-not-handled", "auth-before-cors", "no-allow-origin"),
    rate=7.0,
    sources=("https://fetch.spec.whatwg.org/#http-access-control-allow-headers",),
    detect=_detect,
    example=_example,
)
