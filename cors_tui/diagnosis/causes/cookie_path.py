"""The cookie is for another path than the one that is called."""

from __future__ import annotations

from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.cookies import comes_back, is_signed_out, set_cookies
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.set_cookie import Withheld


def _detect(facts: Facts) -> Finding | None:
    """Only where no other cookie comes back: a second one for another path (to renew the first, say) is usual."""
    cookies = set_cookies(facts)
    narrow = next((found for found in cookies if found.why(Withheld.PATH)), None)
    if narrow is None or any(comes_back(found) for found in cookies):
        return None
    called = narrow.exchange.request.url.path
    says = f"The cookie {narrow.cookie.name} goes to paths below {narrow.cookie.path} only, and so not to {called}."
    certainty = Certainty.LIKELY if is_signed_out(narrow.exchange) else Certainty.POSSIBLE
    return CAUSE.found(certainty, says, narrow.quoted("what the server sets"))


def _example() -> Facts:
    sets = ("Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1; Path=/auth; Secure; SameSite=None")
    return facts(call(cookies=True), actual=answer(401, *allows(), *sets))


CAUSE = Cause(
    name="cookie-path",
    title="The cookie is for another path",
    group=Group.COOKIES,
    remedies=(Remedy.SET_COOKIE,),
    happened="The CORS headers are right, and the cookie is kept. It is not sent with this request, because its Path "
    "covers another part of the server.",
    why="A cookie goes to its Path and what is below it. Without the attribute that is the folder of the address that "
    "set it: /auth for /auth/login.",
    change="Set the session cookie with `Path=/`.",
    expert="Path=/api matches /api and /api/x, not /apis. A refresh token's narrow Path is meant so; the session's "
    "rarely is. Path is no protection: scripts of the same origin reach every path.",
    symptoms=("Cookies not sent, although they are stored", "401 on one path, signed in on another"),
    rate=0.5,
    sources=("https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-paths-and-path-match",),
    detect=_detect,
    example=_example,
)
