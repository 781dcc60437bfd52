"""The cookie may not travel to another site."""

from __future__ import annotations

from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.cookies import set_cookies
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.set_cookie import Withheld


def _detect(facts: Facts) -> Finding | None:
    for found in set_cookies(facts):
        if found.why(Withheld.SAME_SITE, Withheld.NONE_WITHOUT_SECURE):
            name = found.cookie.name
            says = f"The cookie {name} is not sent across sites: for that it needs SameSite=None and Secure."
            return CAUSE.found(Certainty.PROVEN, says, found.quoted("what the server sets"))
    return None


def _example() -> Facts:
    sets = ("Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1; Path=/; SameSite=Lax")
    asked = call(url="https://api.example.net/users", cookies=True)
    return facts(asked, actual=answer(200, *allows(), *sets))


CAUSE = Cause(
    name="cookie-not-sent-samesite",
    title="The cookie is not sent to another site (SameSite)",
    group=Group.COOKIES,
    remedies=(Remedy.SET_COOKIE,),
    happened="The CORS headers are right, and yet the server sees no session: the browser keeps the cookie back.",
    why="Cookies are sent across sites only when they are set with SameSite=None and Secure. Without the attribute "
    "they count as Lax.",
    change="Set the cookie with `SameSite=None; Secure`, over https, or serve page and API from one site "
    "(app.example.com and api.example.com are one site).",
    expert="Third-party cookie blocking still holds them back in Safari and Firefox, and in Chromium by setting; "
    "Partitioned helps there. Site is scheme plus registrable domain, not origin.",
    symptoms=(
        "Cookies not sent despite credentials: 'include'",
        "This Set-Cookie was blocked because it had SameSite=Lax",
    ),
    outranks=("cookie-third-party",),
    rate=2.5,
    sources=("https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-samesite-cookies",),
    detect=_detect,
    example=_example,
)
