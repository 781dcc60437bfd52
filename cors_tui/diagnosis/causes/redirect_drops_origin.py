"""After a redirect to another origin the browser sends Origin: null."""

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


def _detect(facts: Facts) -> Finding | None:
    failures = [outcome.failure for outcome in facts.outcomes.values() if outcome is not None]
    if look.origin(facts) == "null" or not any(f is not None and f.request_origin == "null" for f in failures):
        return None
    led = look.redirects(facts)
    if not led or facts.actual is None:
        return None
    exchange, to = led[-1]
    says = f"{look.redirect_says(exchange, to)}, another origin: from there the browser sends `Origin: null`."
    sent = look.asked(facts.actual, "Origin", "after the redirect")
    return CAUSE.found(Certainty.PROVEN, says, *look.redirect_evidence(exchange), sent)


def _example() -> Facts:
    led = answer(302, "Location: https://files.example.net/users", *allows("*"))
    return facts(call(), actual=[led, answer(200, *allows())])


CAUSE = Cause(
    name="redirect-drops-origin",
    title="A redirect to another origin turns the Origin into null",
    group=Group.REDIRECT,
    remedies=(Remedy.CHANGE_URL, Remedy.STOP_REDIRECT),
    happened="The API sends the browser on to a third host.",
    why="Once a request from another origin is redirected to yet another one, the browser no longer says who asks: it "
    "sends `Origin: null`, and a list of origins does not match it.",
    change="Call the final URL at once, or let the API fetch the file itself. For public files `*` works.",
    expert="The standard's redirect-taint. Even the page's own server needs the header then. Never allow `null` with "
    "credentials.",
    symptoms=("from origin 'null' has been blocked by CORS policy", "(redirected from ...)"),
    outranks=(
        "fixed-other-origin",
        "no-allow-origin",
        "origin-not-in-list",
        "redirect-preflight",
        "route-before-middleware",
    ),
    rate=1.5,
    sources=("https://fetch.spec.whatwg.org/#concept-request-tainted-origin",),
    detect=_detect,
    example=_example,
)
