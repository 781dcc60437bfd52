"""Likely causes from a pasted text alone, for a server that nobody here can ask."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cors_tui.browsers.browser import Reading
from cors_tui.case import Call
from cors_tui.diagnosis.cause import Cause, Certainty, Group, known_causes
from cors_tui.diagnosis.text_rules.calls import clues_of_call
from cors_tui.diagnosis.text_rules.clues import clues_of
from cors_tui.diagnosis.text_rules.settling import SETTLING
from cors_tui.diagnosis.text_rules.table import RULES, Rule, fits

TAXONOMY = {
    Group.MISSING: "Plain missing header / API not meant for browsers / cookies / socket.io",
    Group.COOKIES: "Plain missing header / API not meant for browsers / cookies / socket.io",
    Group.PREFLIGHT: "OPTIONS not handled / middleware order / function not running",
    Group.ORIGIN: "Origin not matched (slash, port, www, localhost/127, preview, extension)",
    Group.CREDENTIALS: "Credentials vs wildcard / ACAC",
    Group.NAMES: "Request headers / methods / expose-headers (incl. injected headers)",
    Group.DUPLICATE: "ACAO duplicated / multi-valued / mangled by a second layer",
    Group.PARTIAL: "Header only on part of the responses (nginx inheritance, preview domains)",
    Group.CACHE: "Caching (CDN without Vary, browser image cache, preflight cache, service worker)",
    Group.AUTH: "Auth in front of CORS (401/403 on OPTIONS or on real response)",
    Group.SERVER_ERROR: "Server/proxy error without CORS headers (4xx/5xx masquerades as CORS)",
    Group.LOGIN_REDIRECT: "Redirect to login / SSO / private tunnel",
    Group.REDIRECT: "Other redirect (slash, scheme, www, host)",
    Group.PLATFORM: "Cloud API gateway / function platform specific",
    Group.STORAGE: "Storage bucket: no CORS policy / bucket missing / private object",
    Group.NETWORK: "Network layer (TLS, refused, DNS, wrong process, interstitial, proxies)",
    Group.LOCAL_NETWORK: "Private/Local Network Access and prod bundle calling localhost",
    Group.MIXED_CONTENT: "Mixed content",
    Group.URL_SHAPE: "URL / origin shape: file://, null, missing scheme, undefined env",
    Group.BLOCKER: "Client side blockers (ad-block, privacy, local filter, hotlink)",
    Group.NOT_CORS: "Not CORS at all: CSP, CORP/COEP, ORB",
}
"""The names of the groups where reports are counted."""

_OTHER_GROUPS = {"storage-region-redirect": "S3 region/endpoint redirect"}
"""Causes that are counted as a group of their own."""

_LIKELY = 70
_MOST = 6


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One direction to look in. `group` is a value of `TAXONOMY`; `why` says what the text shows; `next_probe` what to
    send, or what to ask somebody, to know. `weight` is how many of a hundred such reports turned out so."""

    cause: str
    title: str
    group: str
    certainty: Certainty
    why: str
    next_probe: str
    weight: int


def hypotheses(text: str, reading: Reading | None = None, call: Call | None = None) -> tuple[Hypothesis, ...]:
    """The likely causes of one failure that `text` tells of, the most likely first: one a group, six at most.

    `reading` is what a browser's line in it says, None where there is none. Without one, `call` is looked at where it
    is given: what will go wrong by its shape alone. Nothing is proven by a text.
    """
    clues = clues_of_call(call) if reading is None and call is not None else clues_of(text, reading)
    best: dict[str, tuple[int, Rule]] = {}
    for rule in (each for each in RULES if fits(each, frozenset(clues))):
        for cause, weight in rule.causes:
            if weight > best.get(cause, (0, rule))[0]:
                best[cause] = (weight, rule)
    causes = _causes()
    ordered = sorted(best, key=lambda name: (-best[name][0], -causes[name].rate, name))
    first_of_group = {group_of(causes[name]): name for name in reversed(ordered)}
    kept = [name for name in ordered if first_of_group[group_of(causes[name])] == name][:_MOST]
    return tuple(_hypothesis(causes[name], *best[name], clues) for name in kept)


def questions(found: tuple[Hypothesis, ...]) -> tuple[str, ...]:
    """The two questions that tell the likeliest apart, where nothing can be sent."""
    return tuple(dict.fromkeys(each.next_probe for each in found))[:2]


def group_of(cause: Cause) -> str:
    """The group a cause is counted in."""
    return _OTHER_GROUPS.get(cause.name) or TAXONOMY[cause.group]


@cache
def _causes() -> dict[str, Cause]:
    return {cause.name: cause for cause in known_causes().values()}


def _hypothesis(cause: Cause, weight: int, rule: Rule, clues: dict[str, str]) -> Hypothesis:
    why = " ".join(dict.fromkeys(says for clue in rule.clues if (says := clues.get(clue, ""))))
    return Hypothesis(
        cause=cause.name,
        title=cause.title,
        group=group_of(cause),
        certainty=Certainty.LIKELY if weight >= _LIKELY else Certainty.POSSIBLE,
        why=why or "That is what such reports most often come to.",
        next_probe=SETTLING[cause.name],
        weight=weight,
    )
