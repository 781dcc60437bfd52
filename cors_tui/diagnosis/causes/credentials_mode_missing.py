"""The server waits for a cookie that the page does not send."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.cookies import ignored_cookies, is_signed_out
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from cors_tui.standards.verdict import Exchange

_MOST_READ = 2000
_TOKEN = re.compile(r"\b(bearer|tokens?|jwt|api[-_ ]?keys?|authori[sz]ation)\b", re.IGNORECASE)
"""What is wanted comes in a header, which no credentials mode adds."""
_SESSION = re.compile(r"\b(cookies?|sessions?|(not )?(signed|logged) (in|out)|log[- ]?in|sign[- ]?in)\b", re.IGNORECASE)


def _detect(facts: Facts) -> Finding | None:
    exchange = facts.actual
    if exchange is None or exchange.response is None or not look.allowed(facts) or look.with_credentials(facts):
        return None
    response, url = exchange.response, look.target(facts)
    if url is None or str(url.origin) == look.origin(facts):
        return None
    if response.headers.get(look.ALLOW_CREDENTIALS) != "true" or "authorization" in facts.case.call.headers:
        return None
    if not is_signed_out(exchange):
        return _ignored(facts, exchange)
    said = _spoken_of(response)
    if _TOKEN.search(said):
        return None
    says = f"The answer is {response.status}: the server takes credentials, and the page does not send any."
    certainty = Certainty.LIKELY if _SESSION.search(said) or ignored_cookies(facts) else Certainty.POSSIBLE
    return CAUSE.found(certainty, says, look.status(exchange, "not signed in"), *_offered(facts, exchange))


def _spoken_of(response: Response) -> str:
    return f"{response.headers.get('www-authenticate') or ''} {response.body[:_MOST_READ]}"


def _ignored(facts: Facts, exchange: Exchange) -> Finding | None:
    """The server begins a session, and nobody keeps it."""
    for found in ignored_cookies(facts):
        says = f"The answer sets the cookie {found.cookie.name}, and the browser ignores it: credentials are off."
        return CAUSE.found(Certainty.POSSIBLE, says, found.quoted("thrown away unseen"), *_offered(facts, exchange))
    return None


def _offered(facts: Facts, exchange: Exchange) -> tuple[Evidence, ...]:
    offered = look.header(exchange, look.ALLOW_CREDENTIALS, "the server would take them")
    return (offered, look.written("credentials", facts.case.call.credentials.value, "no cookies for another origin"))


def _example() -> Facts:
    return facts(call(), actual=answer(401, *allows(), "Access-Control-Allow-Credentials: true"))


CAUSE = Cause(
    name="credentials-mode-missing",
    title="The page does not send its cookies (credentials: 'include')",
    group=Group.COOKIES,
    remedies=(Remedy.CHANGE_CREDENTIALS,),
    happened="CORS is fine: the page can read the answer. It is a 401, because no cookie came with the request.",
    why="fetch sends cookies to another origin only with `credentials: 'include'` (axios: `withCredentials: true`).",
    change="Add `credentials: 'include'` to the call, also to the one that signs in: without it its Set-Cookie is "
    "ignored.",
    expert="A bearer token in a header needs no credentials mode.",
    symptoms=("Cookies not sent", "401 although signed in"),
    outranks=("auth-before-cors",),
    rate=2.0,
    sources=("https://fetch.spec.whatwg.org/#concept-request-credentials-mode",),
    detect=_detect,
    example=_example,
)
