"""`*` for the origin, although the request carries credentials."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response


def _detect(facts: Facts) -> Finding | None:
    if not look.with_credentials(facts):
        return None
    for exchange in look.answers(facts):
        response = exchange.response
        if response is not None and look.allow_origin(response) == "*":
            says = "The server allows everybody with `*`, and that does not count for a request with credentials."
            evidence = look.header(exchange, look.ALLOW_ORIGIN, "the wildcard")
            return CAUSE.found(Certainty.PROVEN, says, evidence, next=_next(response))
    return None


def _next(response: Response) -> str:
    if response.headers.get(look.ALLOW_CREDENTIALS) == "true":
        return ""
    return f"Repairing the wildcard will show you the missing {look.ALLOW_CREDENTIALS}."


def _example() -> Facts:
    everybody = answer(200, "Access-Control-Allow-Origin: *", "Access-Control-Allow-Credentials: true")
    return facts(call(cookies=True), actual=everybody)


CAUSE = Cause(
    name="wildcard-with-credentials",
    title="The wildcard `*` together with credentials",
    group=Group.CREDENTIALS,
    remedies=(Remedy.SEND_POLICY, Remedy.CHANGE_CREDENTIALS),
    happened="The page sends cookies (`credentials: 'include'`), and the server answers "
    "`Access-Control-Allow-Origin: *`.",
    why="With credentials the browser wants to read your very origin, because the answer is about one person. The "
    "wildcard does not count then.",
    change="Let the server list its origins and answer with the one that asked, plus "
    "`Access-Control-Allow-Credentials: true` and `Vary: Origin`. If no cookie is needed, leave out "
    "`credentials: 'include'` instead: a bearer token in a header does not need it.",
    expert="In the CORS check `*` matches only when the credentials mode is not `include`. Never repair it by echoing "
    "any Origin: that lets every site act as the person who is signed in.",
    symptoms=(
        "must not be the wildcard '*' when the request's credentials mode is 'include'",
        "Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’",
        "Cannot use wildcard in Access-Control-Allow-Origin when credentials flag is true",
    ),
    outranks=("allow-credentials-missing",),
    rate=3.0,
    sources=("https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",),
    detect=_detect,
    example=_example,
)
