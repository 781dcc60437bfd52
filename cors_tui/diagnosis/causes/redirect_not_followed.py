"""A redirect that browsers do not follow, whatever headers it carries."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import allows, answer, call, facts
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Exchange, Failure, Refusal

_SAYS = {
    Refusal.REDIRECT_TOO_MANY: "The server redirects again and again, more than the 20 times that browsers follow.",
    Refusal.REDIRECT_HAS_CREDENTIALS: "The server redirects to a URL with a user name or password in it, where no "
    "browser follows from a page of another origin.",
    Refusal.REDIRECT_SCHEME: "The server redirects to a URL that is neither http nor https; no browser follows there.",
    Refusal.REDIRECT_LOCATION_INVALID: "The server redirects to something that is not a URL.",
    Refusal.REDIRECT_MODE_ERROR: "The server redirects, and the page's code forbids it (redirect: 'error').",
    Refusal.REDIRECT_SAME_ORIGIN_MODE: "The server redirects to another origin, and the page's code forbids it "
    "(mode: 'same-origin').",
}
_BY_THE_PAGE = {Refusal.REDIRECT_MODE_ERROR, Refusal.REDIRECT_SAME_ORIGIN_MODE}


def _detect(facts: Facts) -> Finding | None:
    failure = look.failure_of(facts, *_SAYS)
    led = [exchange for exchange in look.own_exchanges(facts) if look.is_redirect(exchange.response)]
    if failure is None or not led:
        return None
    helps = (Remedy.CHANGE_URL, Remedy.CHANGE_REQUEST) if failure.refusal in _BY_THE_PAGE else ()
    circle = _circle(led) if failure.refusal is Refusal.REDIRECT_TOO_MANY else ""
    return CAUSE.found(Certainty.PROVEN, f"{_SAYS[failure.refusal]}{circle}", *_shown(led, failure), remedies=helps)


def _circle(led: list[Exchange]) -> str:
    asked = [exchange.request.url.href for exchange in led]
    return " It leads in a circle." if len(set(asked)) < len(asked) else ""


def _shown(led: list[Exchange], failure: Failure) -> tuple[Evidence, ...]:
    """The redirect at which it ended; of many the first, too."""
    first = look.redirect_evidence(led[0]) if failure.refusal is Refusal.REDIRECT_TOO_MANY else ()
    return (*first, *look.redirect_evidence(led[-1]))


def _example() -> Facts:
    led = answer(302, "Location: https://user:secret@files.example.net/users", *allows("*"))
    return facts(call(), actual=led)


CAUSE = Cause(
    name="redirect-not-followed",
    title="A redirect that browsers do not follow",
    group=Group.REDIRECT,
    remedies=(Remedy.STOP_REDIRECT, Remedy.CHANGE_URL),
    happened="The server sends the browser on to an address where it does not go: round in a circle, to a URL with a "
    "password in it, to something that is not http, or although the page's own code forbids redirects.",
    why="These rules hold for every page, and no CORS header changes them.",
    change="Look at the Location that is shown and repair what writes it: most often a public address, a scheme or a "
    "slash that two layers each correct. Or call the final URL at once.",
    expert="Circles come from two layers that redirect to each other (http and https behind a proxy that ends TLS, "
    "slash and no slash, www and apex) and from a login that never sees its cookie. The standard follows 20.",
    symptoms=(
        "net::ERR_TOO_MANY_REDIRECTS",
        "Redirect location contains a username and password",
        "redirected too many times",
    ),
    outranks=("no-allow-origin", "route-before-middleware"),
    rate=1.0,
    sources=("https://fetch.spec.whatwg.org/#http-redirect-fetch",),
    detect=_detect,
    example=_example,
)
