"""The cookie may not travel to another site."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Exchange


def _detect(facts: Facts) -> Finding | None:
    url, page = look.target(facts), parse_url(facts.case.call.origin)
    if not look.with_credentials(facts) or url is None or page is None or _same_site(url, page):
        return None
    for exchange in look.own_exchanges(facts):
        for value in exchange.response.headers.get_all("set-cookie") if exchange.response else ():
            if not _may_travel(value):
                return _found(exchange, value)
    return None


def _found(exchange: Exchange, value: str) -> Finding:
    name = value.partition("=")[0]
    says = f"The cookie {name} is not sent across sites: for that it needs SameSite=None and Secure."
    return CAUSE.found(Certainty.PROVEN, says, look.header(exchange, "Set-Cookie", "what the server sets"))


def _may_travel(value: str) -> bool:
    attributes = [part.strip().lower().replace(" ", "") for part in value.split(";")[1:]]
    return "samesite=none" in attributes and "secure" in attributes


def _same_site(a: Url, b: Url) -> bool:
    """The last two labels decide here; where a public suffix is longer, too much counts as same-site."""
    return a.scheme == b.scheme and a.host.split(".")[-2:] == b.host.split(".")[-2:]


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
    rate=2.5,
    sources=("https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-samesite-cookies",),
    detect=_detect,
    example=_example,
)
