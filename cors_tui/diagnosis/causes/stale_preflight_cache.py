"""The browser still uses an old answer."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    allows_all_of,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy

_BLOCKED = re.compile(
    r"[^\n]*(has been blocked by CORS policy|Cross-Origin Request Blocked|is not allowed by Access-Control)[^\n]*"
)

_LONG = 7200
"""Seconds: what Chromium keeps at most, and the highest value worth sending."""


def _detect(facts: Facts) -> Finding | None:
    if not look.allowed(facts):
        return None
    said = _BLOCKED.search(look.pasted_text(facts))
    return _kept_for_long(facts) if said is None or "(null)" in said.group() else _says_otherwise(facts, said)


def _kept_for_long(facts: Facts) -> Finding | None:
    """Nothing is wrong today; but whoever asked earlier may still use an older answer."""
    response = look.preflight(facts)
    age = (response.headers.get(look.MAX_AGE) if response else None) or ""
    if facts.preflight is None or not re.fullmatch(r"[0-9]{1,10}", age) or int(age) <= _LONG:
        return None
    says = (
        f"The server lets your page in; browsers that asked earlier may use their old answer for up to {age} seconds."
    )
    shown = look.header(facts.preflight, look.MAX_AGE, "how long a preflight's answer is kept, in seconds")
    return CAUSE.found(Certainty.POSSIBLE, says, shown)


def _says_otherwise(facts: Facts, said: re.Match[str]) -> Finding:
    says = "The server lets your page in now; the line you pasted is older, or your browser uses an answer it kept."
    evidence = [look.pasted(said.group(), "what the browser said")]
    if facts.preflight is not None and facts.preflight.response and look.MAX_AGE in facts.preflight.response.headers:
        evidence.append(look.header(facts.preflight, look.MAX_AGE, "how long a preflight's answer is kept, in seconds"))
    return CAUSE.found(Certainty.POSSIBLE, says, *evidence)


def _example() -> Facts:
    text = (
        "Access to fetch at 'https://api.example.com/users' from origin 'https://app.example.com' has been blocked by "
        "CORS policy: It does not have HTTP ok status."
    )
    kept = answer(204, *allows_all_of(), "Access-Control-Max-Age: 86400")
    return facts(call("GET", "X-Api-Key: k"), preflight=kept, actual=answer(200, *allows()), pasted=[text])


CAUSE = Cause(
    name="stale-preflight-cache",
    title="The browser uses an old preflight answer",
    group=Group.CACHE,
    remedies=(Remedy.CLEAR_CACHE,),
    happened="The server was repaired, but your browser remembers its earlier answer to the preflight, or to the "
    "request itself.",
    why="Access-Control-Max-Age tells the browser how long it need not ask again.",
    change="Try a private window. If it works there, clear the browser's cache, or wait until the time is over.",
    expert="Chromium keeps preflight answers up to 7200 s, Firefox 86400 s, WebKit 600 s. The network panel's "
    "'Disable cache' skips it. A service worker may keep answers as well.",
    symptoms=("works in incognito, not in the normal window", "still blocked after the fix"),
    rate=1.5,
    sources=("https://fetch.spec.whatwg.org/#cors-preflight-cache",),
    detect=_detect,
    example=_example,
)
