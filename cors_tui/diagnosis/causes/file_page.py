"""The page was opened from the disk."""

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

_FILE = re.compile(r"\bfile:///?[^\s'\"]*")


def _detect(facts: Facts) -> Finding | None:
    if facts.case.call.origin.lower().startswith("file:"):
        return _found(look.written("origin", facts.case.call.origin, "a file on the disk"))
    found = _FILE.search(look.pasted_text(facts))
    if found is None or not _is_the_page(look.pasted_text(facts), found.group(), facts):
        return None
    return _found(look.pasted(found.group(), "a file on the disk"))


def _is_the_page(text: str, url: str, facts: Facts) -> bool:
    """A file: URL in a pasted text counts where the origin is null; calling a file is the same mistake."""
    return look.origin(facts) == "null" or "origin 'null'" in text or f"at '{url}" in text


def _found(evidence: Evidence) -> Finding:
    says = "The page was opened from the disk (file:), and such a page has no origin."
    return CAUSE.found(Certainty.PROVEN, says, evidence)


def _example() -> Facts:
    return facts(call(origin="file:///home/me/index.html"), actual=answer(200, *allows()))


CAUSE = Cause(
    name="file-page",
    title="The page was opened from the disk (file://)",
    group=Group.URL_SHAPE,
    remedies=(Remedy.SERVE_PAGE,),
    happened="You opened the HTML file by double click, so its address begins with file://.",
    why="Files have no origin. The browser sends `Origin: null`, and modules and fetches of other files are refused.",
    change="Serve the folder and open it by http: `python3 -m http.server 8080`, then http://localhost:8080/. Every "
    "development server does it too.",
    expert="Each file is an opaque origin of its own; `type=module` scripts and fetch of file: URLs fail for that "
    "reason, without any request being sent.",
    symptoms=(
        "from origin 'null' has been blocked by CORS policy",
        "Cross origin requests are only supported for protocol schemes: http, https",
        "CORS request not http",
    ),
    outranks=("origin-null", "no-allow-origin", "fixed-other-origin", "origin-not-in-list"),
    rate=2.0,
    detect=_detect,
    example=_example,
)
