"""The origin is right, but Access-Control-Allow-Credentials is not exactly `true`."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    if not look.with_credentials(facts):
        return None
    for exchange in look.answers(facts):
        response = exchange.response
        if response is not None and look.allow_origin(response) == look.origin(facts):
            shown = response.headers.get_all(look.ALLOW_CREDENTIALS)
            if shown != ("true",) and len(shown) < 2:
                return CAUSE.found(Certainty.PROVEN, _says(shown), *_evidence(exchange, shown))
    return None


def _says(shown: tuple[str, ...]) -> str:
    if not shown:
        return "The request carries credentials, and the server does not say Access-Control-Allow-Credentials: true."
    return f"Access-Control-Allow-Credentials has to be exactly `true`, not `{shown[0]}`."


def _evidence(exchange: Exchange, shown: tuple[str, ...]) -> tuple[Evidence, ...]:
    origin = look.header(exchange, look.ALLOW_ORIGIN, "the origin itself is right")
    if not shown:
        return (look.lacks(exchange, look.ALLOW_CREDENTIALS), origin)
    return (look.header(exchange, look.ALLOW_CREDENTIALS, "compared letter by letter with `true`"), origin)


def _example() -> Facts:
    return facts(call(cookies=True), actual=answer(200, *allows()))


CAUSE = Cause(
    name="allow-credentials-missing",
    title="Access-Control-Allow-Credentials: true is missing",
    group=Group.CREDENTIALS,
    remedies=(Remedy.SEND_POLICY, Remedy.CHANGE_CREDENTIALS),
    happened="The page sends cookies (`credentials: 'include'`) and its origin is allowed, but the server does not say "
    "that credentials are.",
    why="A request with credentials needs a second permission: the header Access-Control-Allow-Credentials, exactly "
    "`true`, on the preflight's answer and on the real one.",
    change="Switch credentials on in the server's CORS middleware. If the page needs no cookie, leave out "
    "`credentials: 'include'` instead.",
    expert="`True`, `1` or a doubled `true, true` all fail. A platform's own CORS layer may drop the application's "
    "header: then set it there, once.",
    symptoms=(
        "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true'",
        "expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’",
        'Credentials flag is true, but Access-Control-Allow-Credentials is not "true"',
    ),
    rate=2.5,
    sources=("https://fetch.spec.whatwg.org/#http-access-control-allow-credentials",),
    detect=_detect,
    example=_example,
)
