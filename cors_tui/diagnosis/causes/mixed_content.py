"""A page from https calls http."""

from __future__ import annotations

import re

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    call,
    facts,
)
from cors_tui.remedy import Remedy
from cors_tui.standards.verdict import Refusal


def _detect(facts: Facts) -> Finding | None:
    url = look.target(facts)
    refused = look.refused_with(facts, Refusal.MIXED_CONTENT)
    said = re.search(r"Mixed Content: [^\n]*|Blocked loading mixed active content[^\n]*", look.pasted_text(facts))
    if not (refused or said) or url is None:
        return None
    says = f"The page comes by https and calls {url.scheme}://{url.host}: browsers do not allow that and send nothing."
    evidence = [
        look.written("the URL", facts.case.call.url, "http"),
        look.written("origin", facts.case.call.origin, "https"),
    ]
    return CAUSE.found(Certainty.PROVEN, says, *evidence)


def _example() -> Facts:
    return facts(call(url="http://api.example.com/users"))


CAUSE = Cause(
    name="mixed-content",
    title="An https page calls http (mixed content)",
    group=Group.MIXED_CONTENT,
    remedies=(Remedy.CHANGE_URL, Remedy.REPAIR_ERROR),
    happened="The page was loaded by https, and its code calls an http:// address.",
    why="A secure page may not fetch over an insecure connection. Nothing is sent, and no header can change that.",
    change="Call the API by https. If it has none yet, put it behind a proxy or platform that has.",
    expert="http://localhost and 127.0.0.1 are exempt in Chromium and Firefox, not always in Safari. Redirects from "
    "https to http count, too.",
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
