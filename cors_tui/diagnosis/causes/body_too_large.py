"""413: the request's body is larger than a layer in front accepts."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows_all_of, answer, call, facts
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
    return _pasted(facts)


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
    "the body does not see it. nginx: `error_page 413` with the CORS headers keeps the status readable.",
    symptoms=("net::ERR_FAILED 413", "Request Entity Too Large", "CORS error only when uploading large files"),
    outranks=("error-without-headers", "no-allow-origin", "route-before-middleware", "options-not-handled"),
    rate=3.0,
    detect=_detect,
    example=_example,
)
