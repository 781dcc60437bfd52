"""The method is not in Access-Control-Allow-Methods."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange

_SAFELISTED = ("GET", "HEAD", "POST")


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or response is None:
        return None
    if not look.is_ok(response) or not look.lets_in(facts, response):
        return _refused_in_words(facts, exchange)
    method = exchange.request.headers.get("access-control-request-method") or ""
    listed = look.elements(response, look.ALLOW_METHODS)
    if method in _SAFELISTED or method in listed or ("*" in listed and not look.with_credentials(facts)):
        return None
    other = next((name for name in listed if name.upper() == method.upper()), "")
    how = f"lists `{other}`, in another case" if other else "does not list it"
    says = f"The request's method is {method}, and the server's {look.ALLOW_METHODS} {how}."
    sent = look.asked(exchange, "Access-Control-Request-Method", "the method the browser asks for")
    return CAUSE.found(Certainty.PROVEN, says, sent, _shown(exchange, listed))


def _refused_in_words(facts: Facts, exchange: Exchange) -> Finding | None:
    """Some servers answer with an error that says it. Another fault named beside it comes first."""
    matched = signatures.recognise("method-not-allowed", exchange)
    if matched is None or not look.blocked(facts) or signatures.recognise("origin-refused", exchange) is not None:
        return None
    row, evidence = matched
    sent = look.asked(exchange, "Access-Control-Request-Method", "the method the browser asks for")
    says = f"The server refuses the preflight because of the method ({row.product}): {row.means}."
    return CAUSE.found(Certainty.PROVEN, says, evidence, sent, look.status(exchange, "the answer"))


def _shown(exchange: Exchange, listed: tuple[str, ...]) -> Evidence:
    if listed:
        return look.header(exchange, look.ALLOW_METHODS, "the methods the server allows")
    return look.lacks(exchange, look.ALLOW_METHODS)


def _example() -> Facts:
    listed = (*allows(), "Access-Control-Allow-Methods: GET, POST")
    return facts(call("DELETE"), preflight=answer(204, *listed))


CAUSE = Cause(
    name="method-not-allowed",
    title="The method is not in Access-Control-Allow-Methods",
    group=Group.NAMES,
    remedies=(Remedy.SEND_POLICY,),
    happened="The request uses a method that pages may not use without permission, and the server's answer to the "
    "preflight does not name it.",
    why="PUT, PATCH, DELETE and every method but GET, HEAD and POST need permission by name in "
    "Access-Control-Allow-Methods.",
    change="Add the method to the allowed methods of the server's CORS middleware.",
    expert="Compared with case. Defaults differ: @fastify/cors and Nest on Fastify allow only GET, HEAD, POST; "
    "Starlette only GET. `Allow:` is not Access-Control-Allow-Methods. `*` counts only without credentials.",
    symptoms=(
        "Method is not allowed by Access-Control-Allow-Methods in preflight response",
        "Did not find method in CORS header ‘Access-Control-Allow-Methods’",
    ),
    outranks=("options-not-handled", "no-allow-origin"),
    rate=3.0,
    sources=("https://fetch.spec.whatwg.org/#http-access-control-allow-methods",),
    detect=_detect,
    example=_example,
)
