"""A page from https calls http."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    call,
    facts,
)
from cors_tui.diagnosis.refusing import goes, named, refusing_browsers
from cors_tui.remedy import Remedy
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Refusal

_BLOCKED = re.compile(
    r"Mixed Content: (?![^\n]*(?:should also be served|automatically upgraded|not upgraded))[^\n]*"
    r"|Blocked loading mixed active content[^\n]*"
)
"""What is printed where it is blocked: of what is let through or upgraded Chromium tells in words that begin alike."""


def _detect(facts: Facts) -> Finding | None:
    refusing, others = refusing_browsers(facts, Refusal.MIXED_CONTENT)
    said = _BLOCKED.search(look.pasted_text(facts))
    url, led = _target(facts)
    if not (refusing or said) or url is None:
        return None
    who = _who(refusing, others) if refusing and others else "browsers do not allow that and send nothing"
    says = f"The page comes by https and {'is led to' if led else 'calls'} {url.scheme}://{url.host}: {who}."
    evidence = [
        look.written("the redirect's target" if led else "the URL", url.href if led else facts.case.call.url, "http"),
        look.written("origin", facts.case.call.origin, "https"),
    ]
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


def _target(facts: Facts) -> tuple[Url | None, bool]:
    """What is called by http, and whether a redirect led there."""
    failures = (outcome.failure for outcome in facts.outcomes.values() if outcome is not None)
    led = [f for f in failures if f is not None and f.refusal is Refusal.MIXED_CONTENT and f.redirected_from]
    return (parse_url(led[0].url), True) if led else (look.target(facts), False)


def _who(refusing: tuple[str, ...], others: tuple[str, ...]) -> str:
    """Loopback and private addresses are not the same to every browser."""
    if len(refusing) == 1:
        return f"{refusing[0]} does not allow that and sends nothing; {named(others)} {goes(others)} on"
    return f"{named(refusing)} do not allow that and send nothing; {named(others)} {goes(others)} on"


def _example() -> Facts:
    return facts(call(url="http://api.example.com/users"))


CAUSE = Cause(
    name="mixed-content",
    title="An https page calls http (mixed content)",
    group=Group.MIXED_CONTENT,
    remedies=(Remedy.CHANGE_URL, Remedy.REPAIR_ERROR),
    happened="The page was loaded by https, and its code calls an http:// address.",
    why="A secure page may not fetch over an insecure connection. Nothing is sent, and no header can change that. "
    "Browsers differ in what they excuse near home.",
    change="Call the API by https. If it has none yet, put it behind a proxy or platform that has.",
    expert="http://localhost and 127.0.0.1 are exempt in Chromium and Firefox, not in Safari. To private addresses "
    "(192.168.1.20) and .local names Chromium alone lets http through, with a warning, and from a public page only "
    "with the person's permission. Images are upgraded to https instead. Redirects from https to http count, too.",
    symptoms=(
        "Mixed Content: The page at was loaded over HTTPS, but requested an insecure resource",
        "Blocked loading mixed active content",
    ),
    outranks=("no-allow-origin", "server-not-running", "redirect-to-https"),
    rate=2.0,
    sources=("https://www.w3.org/TR/mixed-content/",),
    detect=_detect,
    example=_example,
)
