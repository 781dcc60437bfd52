"""The page's own Content-Security-Policy forbids the call."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Evidence, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal

_TEXT = re.compile(
    r"[^\n]*(violates the following Content Security Policy directive|Content-Security-Policy: The page’s settings"
    r"|because it (does not appear|violates)[^\n]*(connect-src|Content Security Policy))[^\n]*"
)


def _detect(facts: Facts) -> Finding | None:
    said = _TEXT.search(look.pasted_text(facts))
    says = "The page's own Content-Security-Policy does not let it call this address; nothing was sent."
    if said is not None:
        return CAUSE.found(Certainty.PROVEN, says, look.pasted(said.group(), "the browser's own words"))
    if look.failure_of(facts, Refusal.CSP_CONNECT_SRC) is None:
        return None
    if facts.actual is not None:
        says = "The page's own Content-Security-Policy does not let it go where the redirect leads."
    return CAUSE.found(
        Certainty.PROVEN, says, *_policies(facts), look.written("the URL", facts.case.call.url, "not listed")
    )


def _policies(facts: Facts) -> tuple[Evidence, ...]:
    named = ((n, v) for n, v in facts.case.call.page_headers if n.lower() == "content-security-policy")
    return tuple(look.written("the page came with", f"{name}: {value}", "its own policy") for name, value in named)


def _example() -> Facts:
    text = (
        "Refused to connect to 'https://api.example.com/users' because it violates the following Content Security "
        "Policy directive: \"connect-src 'self'\"."
    )
    return facts(call(), actual=answer(200, *allows()), pasted=[text])


CAUSE = Cause(
    name="csp-connect-src",
    title="The page's Content-Security-Policy forbids the call",
    group=Group.NOT_CORS,
    remedies=(Remedy.CHANGE_PAGE_POLICY,),
    happened="The page was delivered with a policy that lists where it may connect to, and the API is not in it.",
    why="The browser obeys the page's policy before it sends anything. The API has no part in this.",
    change="Add the API's origin to `connect-src` in the page's Content-Security-Policy.",
    expert="Header or meta element; all policies have to allow it; `default-src` counts where connect-src is absent. "
    "Extensions and frameworks set their own.",
    symptoms=("Refused to connect because it violates the following Content Security Policy directive", "connect-src"),
    outranks=("no-allow-origin",),
    rate=1.0,
    sources=("https://www.w3.org/TR/CSP3/#directive-connect-src",),
    detect=_detect,
    example=_example,
)
