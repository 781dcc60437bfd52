"""The cookie may travel across sites, and some browsers block the cookies of other sites altogether."""

from __future__ import annotations

from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.cookies import is_signed_out, set_cookies
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.set_cookie import Withheld


def _detect(facts: Facts) -> Finding | None:
    for found in set_cookies(facts):
        browsers = found.why(Withheld.THIRD_PARTY)
        if browsers and set(found.withheld.values()) <= {Withheld.THIRD_PARTY, Withheld.SECURE}:
            do = "does" if len(browsers) == 1 else "do"
            says = f"{' and '.join(browsers)} {do} not send the cookie {found.cookie.name} to another site."
            quote = found.quoted("it may travel, where cookies of other sites are let through")
            return CAUSE.found(Certainty.LIKELY if is_signed_out(found.exchange) else Certainty.POSSIBLE, says, quote)
    return None


def _example() -> Facts:
    sets = ("Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1; Path=/; Secure; SameSite=None")
    asked = call(url="https://api.example.net/users", cookies=True)
    return facts(asked, actual=answer(401, *allows(), *sets))


CAUSE = Cause(
    name="cookie-third-party",
    title="Some browsers block cookies of other sites",
    group=Group.COOKIES,
    remedies=(Remedy.SET_COOKIE,),
    happened="The CORS headers are right, and so are the cookie's attributes. Page and API are of different sites, and "
    "some browsers keep such cookies back whatever they say.",
    why="Cookies of other sites follow people around the web. Safari blocks them, Firefox keeps a separate jar for "
    "each site of a page, Chromium blocks them in private windows and by setting.",
    change="Serve page and API from one site (app.example.com and api.example.com), or let the page's own server pass "
    "the calls on. `Partitioned` (with Secure and SameSite=None) gives each page's site a cookie of its own.",
    expert="In Firefox a cookie that fetch sets on this page comes back to this page only (partitioned by its site); "
    "one from a visit to the API's own site does not come. The Storage Access API asks the person.",
    symptoms=(
        "Works in Chrome, not in Safari",
        "Signed out after every reload in Safari",
        "works, but not in incognito",
    ),
    rate=0.8,
    sources=(
        "https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/",
        "https://developer.mozilla.org/docs/Web/Privacy/Guides/State_Partitioning",
    ),
    detect=_detect,
    example=_example,
)
