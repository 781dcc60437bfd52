"""413: the request's body is larger than a layer in front accepts."""

from __future__ import annotations

import re

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows_all_of, answer, call, facts
from cors_tui.experiments.body import size_in_words
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    for exchange in look.answers(facts):
        response = exchange.response
        if response is not None and response.status == 413 and look.blocked(facts):
            says = "The request's body is too large for a server or proxy on the way (413)."
            evidence = [look.status(exchange, "too large"), *_who(exchange, response)]
            return CAUSE.found(Certainty.PROVEN, says, *evidence)
    return _oversized(facts) or _pasted(facts)


def _oversized(facts: Facts) -> Finding | None:
    """What the larger body met, that was sent on the person's explicit yes."""
    exchange = next(iter(facts.seen(experiments.OVERSIZED_BODY)), None)
    if exchange is None or exchange.request.body is None:
        return None
    size = size_in_words(len(exchange.request.body.text))
    response = exchange.response
    if response is None:
        return _cut_off(facts, exchange, size)
    if response.status != 413:
        return None
    hidden = " without CORS headers, so the page sees a CORS error" if look.bare(response) else ""
    says = f"A body of {size} is too large for a server or proxy on the way: it answers 413{hidden}."
    evidence = [look.status(exchange, f"sent with {size} of body"), *_who(exchange, response)]
    if look.bare(response):
        evidence.append(look.lacks(exchange, look.ALLOW_ORIGIN))
    return CAUSE.found(Certainty.PROVEN, says, *evidence, *_small_went_through(facts))


def _cut_off(facts: Facts, exchange: Exchange, size: str) -> Finding | None:
    """The connection ended, where a small body got an answer."""
    small = _small_went_through(facts)
    if not small:
        return None
    says = f"With a body of {size} the connection ends without an answer, and with your own there is one: a limit."
    return CAUSE.found(Certainty.LIKELY, says, look.status(exchange, f"sent with {size} of body"), *small)


def _small_went_through(facts: Facts) -> tuple[Evidence, ...]:
    return (look.status(facts.actual, "your own body"),) if facts.actual and facts.actual.response else ()


def _who(exchange: Exchange, response: Response) -> tuple[Evidence, ...]:
    return (look.header(exchange, "Server", "who answered"),) if "server" in response.headers else ()


def _pasted(facts: Facts) -> Finding | None:
    found = re.search(
        r"net::ERR_FAILED 413[^\n]*|\b413 \(?(?:Request Entity|Payload|Content) Too Large\)?", _text(facts)
    )
    if found is None:
        return None
    says = "The request's body is too large for a server or proxy on the way (413)."
    quote = look.pasted(found.group(), "the status behind the CORS line")
    return CAUSE.found(Certainty.PROVEN, says, quote)


def _text(facts: Facts) -> str:
    return look.pasted_text(facts)


def _example() -> Facts:
    upload = call("POST", "Content-Type: application/octet-stream", body="x")
    refused = answer(413, "Server: nginx/1.22.1", reason="Request Entity Too Large")
    return facts(upload, preflight=answer(204, *allows_all_of()), actual=refused)


CAUSE = Cause(
    name="body-too-large",
    title="The body is too large (413)",
    group=Group.SERVER_ERROR,
    remedies=(Remedy.RAISE_LIMIT, Remedy.KEEP_ON_ERRORS),
    happened="The upload is larger than a layer in front of your code accepts. That layer answers 413 by itself, "
    "without CORS headers.",
    why="The browser hides an answer without CORS headers, its status too, so it looks like CORS. Small requests work.",
    change="Raise the limit where it is enforced, or send less: nginx `client_max_body_size` (1 MB unless set), the "
    "framework's body limit, the platform's own limit. Large files go to storage with a signed URL.",
    expert="Platform limits: API Gateway 10 MB, Lambda 6 MB, Vercel functions 4.5 MB, Cloud Run 32 MB. A probe without "
    "the body does not see it; one with a body of the size you say does. nginx: `error_page 413` with the CORS headers "
    "keeps the status readable.",
    symptoms=("net::ERR_FAILED 413", "Request Entity Too Large", "CORS error only when uploading large files"),
    needs=(experiments.OVERSIZED_BODY,),
    outranks=("error-without-headers", "no-allow-origin", "route-before-middleware", "options-not-handled"),
    rate=3.0,
    detect=_detect,
    example=_example,
)
