"""`*` in Allow-Headers or Allow-Methods is a plain name when credentials are sent."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    JSON,
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    exchange, response = facts.preflight, look.preflight(facts)
    if exchange is None or not look.is_ok(response) or not look.with_credentials(facts) or not look.blocked(facts):
        return None
    if allow_origin_is_wrong(facts):
        return None
    method = exchange.request.headers.get("access-control-request-method") or ""
    methods = look.elements(response, look.ALLOW_METHODS)
    if "*" in methods and method not in (*methods, "GET", "HEAD", "POST"):
        return _found(exchange, look.ALLOW_METHODS, method)
    missing = look.not_listed_headers(facts)
    if missing and "*" in look.elements(response, look.ALLOW_HEADERS):
        return _found(exchange, look.ALLOW_HEADERS, missing[0])
    return None


def allow_origin_is_wrong(facts: Facts) -> bool:
    """Then that is what the browser stops at."""
    return look.allow_origin(look.preflight(facts)) != look.origin(facts)


def _found(exchange: Exchange, name: str, wanted: str) -> Finding:
    says = f"{name} is `*`, and with credentials that is only a name: `{wanted}` has to be listed."
    return CAUSE.found(Certainty.PROVEN, says, look.header(exchange, name, "a wildcard that does not count"))


def _example() -> Facts:
    credentials = "Access-Control-Allow-Credentials: true"
    everything = (*allows(), credentials, "Access-Control-Allow-Methods: *", "Access-Control-Allow-Headers: *")
    return facts(call("PUT", JSON, cookies=True, body="{}"), preflight=answer(204, *everything))


CAUSE = Cause(
    name="wildcard-literal-with-credentials",
    title="`*` for methods or headers, together with credentials",
    group=Group.CREDENTIALS,
    remedies=(Remedy.SEND_POLICY,),
    happened="The server allows every method or header with `*`, and the page sends cookies.",
    why="With credentials `*` loses its meaning in every CORS header, and is read as a plain name.",
    change="List the methods and the headers by name.",
    expert="Allow-Methods, Allow-Headers and Expose-Headers alike. Middleware that mirrors the request's list is safe; "
    "one that sends a literal `*` is not.",
    symptoms=("is not allowed by Access-Control-Allow-Headers, although it is *",),
    outranks=("header-not-allowed", "method-not-allowed", "sdk-header-nobody-typed", "bearer-needs-header"),
    rate=1.5,
    sources=("https://fetch.spec.whatwg.org/#http-new-header-syntax",),
    detect=_detect,
    example=_example,
)
