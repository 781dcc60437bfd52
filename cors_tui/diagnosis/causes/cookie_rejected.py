"""The browser does not even keep the cookie: its Domain, its Secure or its name do not fit."""

from __future__ import annotations

from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.cookies import SetCookie, set_cookies
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.set_cookie import Withheld

_REASONS = (
    Withheld.DOMAIN,
    Withheld.PUBLIC_SUFFIX,
    Withheld.PREFIX,
    Withheld.SECURE,
    Withheld.PARTITIONED_WITHOUT_SECURE,
)


def _detect(facts: Facts) -> Finding | None:
    some: Finding | None = None
    for found in set_cookies(facts):
        browsers = found.why(*_REASONS)
        if len(browsers) == _ALL_BROWSERS:
            return CAUSE.found(Certainty.PROVEN, _says(found, ""), found.quoted("what the server sets"))
        if browsers and some is None:
            where = f" by {' and '.join(browsers)}"
            some = CAUSE.found(Certainty.POSSIBLE, _says(found, where), found.quoted("what the server sets"))
    return some


_ALL_BROWSERS = 3


def _says(found: SetCookie, where: str) -> str:
    host, cookie = found.exchange.request.url.host, found.cookie
    reason = next(reason for reason in found.withheld.values() if reason in _REASONS)
    why = {
        Withheld.DOMAIN: f"{host} may set none for Domain={cookie.domain}",
        Withheld.PUBLIC_SUFFIX: f"Domain={cookie.domain} is shared by everybody who registers below it",
        Withheld.PREFIX: f"the name {cookie.name} wants Secure, and __Host- also Path=/ and no Domain",
        Withheld.SECURE: "it is Secure and came over plain http",
        Withheld.PARTITIONED_WITHOUT_SECURE: "Partitioned counts with Secure only",
    }[reason]
    return f"The cookie {cookie.name} is not kept{where}: {why}."


def _example() -> Facts:
    sets = ("Access-Control-Allow-Credentials: true", "Set-Cookie: sid=1; Path=/; Domain=app.example.com")
    return facts(call(cookies=True), actual=answer(200, *allows(), *sets))


CAUSE = Cause(
    name="cookie-rejected",
    title="The browser does not keep the cookie",
    group=Group.COOKIES,
    remedies=(Remedy.SET_COOKIE,),
    happened="The CORS headers are right. The server sets a cookie, and the browser throws it away at once: its "
    "attributes do not fit the address it comes from.",
    why="A server may set cookies for its own host and the domains above it only, Secure ones over https only. A name "
    "that begins with __Host- or __Secure- promises more.",
    change="Leave Domain out (the cookie is then for exactly this host), or name the common parent (example.com for "
    "app.example.com and api.example.com). Serve by https where the cookie is Secure.",
    expert="Domain of a sibling or of a public suffix (co.uk, github.io, vercel.app) rejects the whole cookie. "
    "Chromium and Firefox take Secure cookies from http://localhost, Safari does not. Partitioned and "
    "SameSite=None without Secure are rejected, too.",
    symptoms=(
        "This Set-Cookie was blocked because its Domain attribute was invalid with regards to the current host url",
        "Cookie has been rejected for invalid domain",
        "Cookie not saved, although Set-Cookie is in the response",
    ),
    outranks=("cookie-not-sent-samesite", "cookie-third-party", "cookie-path"),
    rate=1.0,
    sources=("https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model",),
    detect=_detect,
    example=_example,
)
