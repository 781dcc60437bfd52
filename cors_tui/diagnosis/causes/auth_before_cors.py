"""Authentication refuses the preflight, or answers 401 without the CORS headers."""

from __future__ import annotations

from cors_tui import experiments
from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_REFUSES = (401, 403, 407)


def _detect(facts: Facts) -> Finding | None:
    if not look.blocked(facts):
        return None
    preflight = look.preflight(facts)
    if facts.preflight is not None and preflight is not None and preflight.status in _REFUSES:
        return None if look.only_options_is_refused(facts) else _on_preflight(facts.preflight, preflight)
    actual = look.actual(facts)
    if facts.actual is None or actual is None or actual.status not in _REFUSES or not look.bare(actual):
        return None
    if not look.is_behind_a_preflight(facts):
        return None
    says = f"The server answers {actual.status}, and that refusal carries no CORS headers, so it looks like CORS."
    return CAUSE.found(_certainty(actual), says, *_evidence(facts.actual, actual))


def _on_preflight(exchange: Exchange, response: Response) -> Finding:
    gateway = signatures.recognise("gateway-refuses", exchange)
    if gateway is not None:
        row, words = gateway
        says = f"{row.product} refuses the preflight ({response.status}); a preflight never carries a token or a key."
        return CAUSE.found(Certainty.PROVEN, says, look.status(exchange, "the gateway's answer"), words)
    says = f"Authentication answers the preflight with {response.status}; a preflight never carries credentials."
    return CAUSE.found(_certainty(response), says, *_evidence(exchange, response))


def _certainty(response: Response) -> Certainty:
    return Certainty.LIKELY if response.status == 403 else Certainty.PROVEN


def _evidence(exchange: Exchange, response: Response) -> tuple[Evidence, ...]:
    found = [look.status(exchange, "who may not in")]
    if "www-authenticate" in response.headers:
        found.append(look.header(exchange, "WWW-Authenticate", "the authentication that asks"))
    return tuple(found)


def _example() -> Facts:
    asks = answer(401, "WWW-Authenticate: Bearer", body="Unauthorized")
    return facts(call("GET", "Authorization: Bearer t"), preflight=asks, actual=asks)


CAUSE = Cause(
    name="auth-before-cors",
    title="Authentication stands in front of CORS",
    group=Group.AUTH,
    remedies=(Remedy.ANSWER_PREFLIGHT, Remedy.KEEP_ON_ERRORS),
    happened="A login check runs before the CORS code. It turns the browser's preflight away, or answers 401 without "
    "CORS headers.",
    why="A browser never sends cookies or tokens with a preflight, so a check for them always fails. And a 401 without "
    "Access-Control-Allow-Origin is not shown to the page: all it sees is a CORS error.",
    change="Put CORS outside authentication: the CORS middleware first, then the login check. At a proxy, let OPTIONS "
    "through without authentication. Then the 401 arrives at the page with its real status.",
    expert="Order by framework: Express and Hono first registered is outermost; Starlette last added; actix last "
    "`.wrap`; .NET UseCors before UseAuthentication; Django top of MIDDLEWARE. Flask `before_request` sees OPTIONS and "
    "gives a 401 that even carries CORS headers; its status still fails the preflight.",
    symptoms=(
        "It does not have HTTP ok status",
        "net::ERR_FAILED 401",
        "Preflight response is not successful. Status code: 401",
        "OPTIONS returns 401 or 403",
    ),
    outranks=("no-allow-origin", "error-without-headers", "route-before-middleware"),
    needs=(experiments.WITHOUT_AUTHORIZATION, experiments.PLAIN_OPTIONS),
    rate=8.0,
    sources=("https://fetch.spec.whatwg.org/#cors-protocol-and-credentials",),
    detect=_detect,
    example=_example,
)
