"""Cross-Origin-Resource-Policy or ORB keeps the answer from the page."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    allows,
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal

_TEXT = re.compile(
    r"net::ERR_BLOCKED_BY_(RESPONSE\.NotSameOrigin\w*|ORB)|OpaqueResponseBlocking|[^\n]*Cross-Origin-Resource-Policy[^\n]*"
)


_BY_FILE = (Remedy.ALLOW_EMBEDDING,)
_BY_PAGE = (Remedy.ALLOW_EMBEDDING, Remedy.CHANGE_PAGE_POLICY)
_BY_KIND = (Remedy.ANSWER_THE_FILE, Remedy.CHANGE_URL)


def _detect(facts: Facts) -> Finding | None:
    refused = look.refused_with(facts, Refusal.CORP, Refusal.OPAQUE_RESPONSE_BLOCKED)
    said = _TEXT.search(look.pasted_text(facts))
    if not (refused or said) or (not said and _is_simply_of_wrong_kind(facts)):
        return None
    says, helps = _told(facts, said.group() if said else "")
    evidence = [look.pasted(said.group(), "the browser's own words")] if said else []
    exchange = facts.actual
    if exchange is not None and exchange.response is not None:
        named = "Cross-Origin-Resource-Policy"
        shown = look.header(exchange, named, "who may embed it") if named in exchange.response.headers else None
        evidence.append(shown or look.status(exchange, "look at its status and type"))
    return CAUSE.found(Certainty.PROVEN if evidence else Certainty.POSSIBLE, says, *evidence, remedies=helps)


def _is_simply_of_wrong_kind(facts: Facts) -> bool:
    """Whether one browser's protection only comes before what the others say: it is no such thing as was embedded."""
    wrong = look.refused_with(facts, Refusal.WRONG_TYPE, Refusal.STATUS_NOT_OK)
    return wrong and not look.refused_with(facts, Refusal.CORP)


def _told(facts: Facts, said: str) -> tuple[str, tuple[Remedy, ...]]:
    """Which of the three it was, and what helps there."""
    if "Coep" in said:
        return (
            "The page's own COEP keeps out every file that does not say who may embed it; CORS has no part.",
            _BY_PAGE,
        )
    if look.refused_with(facts, Refusal.CORP) or "NotSame" in said or "Cross-Origin-Resource-Policy" in said:
        return "The file's own Cross-Origin-Resource-Policy keeps other origins from embedding it, not CORS.", _BY_FILE
    says = "Opaque response blocking withheld the answer, as it is not of the kind that was embedded; CORS has no part."
    return says, _BY_KIND


def _example() -> Facts:
    kept = answer(200, *allows(), "Cross-Origin-Resource-Policy: same-origin")
    return facts(
        call(), actual=kept, pasted=["GET https://api.example.com/a.png net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200"]
    )


CAUSE = Cause(
    name="corp-blocks",
    title="Cross-Origin-Resource-Policy, COEP or ORB withholds the answer",
    group=Group.NOT_CORS,
    remedies=(Remedy.ALLOW_EMBEDDING, Remedy.ANSWER_THE_FILE, Remedy.CHANGE_PAGE_POLICY),
    happened="An image, script or font of another site was loaded without CORS, and a protection held it back: its own "
    "Cross-Origin-Resource-Policy, the page's COEP, or because it is an error page instead of an image.",
    why="These rules protect files from foreign pages, apart from CORS.",
    change="Open the file's URL and look at its status and type first. If it is right, send "
    "`Cross-Origin-Resource-Policy: cross-origin` with it, or load it with `crossorigin` and CORS headers.",
    expert="helmet 5 and later sends `same-origin` by default. ERR_BLOCKED_BY_ORB hides a 401 or 404 in HTML.",
    symptoms=("net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin", "net::ERR_BLOCKED_BY_ORB"),
    outranks=("no-allow-origin", "auth-before-cors", "not-found-404"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
