"""A Google Apps Script web app that not everybody may use."""

from __future__ import annotations

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis import signatures
from cors_tui.diagnosis.cause import Cause, Certainty, Facts, Finding, Group
from cors_tui.diagnosis.examples import (
    answer,
    call,
    facts,
)
from cors_tui.remedy import Remedy


def _detect(facts: Facts) -> Finding | None:
    matched = signatures.first_match("apps-script-access", facts)
    if matched is None or not look.blocked(facts):
        return None
    row, exchange, evidence = matched
    says = f"{row.product} does not let the page in: {row.means}, or it was asked by a preflight."
    return CAUSE.found(Certainty.LIKELY, says, evidence, look.status(exchange, "the answer"))


def _example() -> Facts:
    url = "https://script.google.com/macros/s/abc/exec"
    return facts(call(url=url), actual=answer(401, "Server: GSE"))


CAUSE = Cause(
    name="apps-script-access",
    title="The Apps Script web app is not open to everybody",
    group=Group.PLATFORM,
    remedies=(Remedy.REPAIR_ERROR, Remedy.CHANGE_REQUEST),
    happened="The script is deployed for certain people only, or is called with a preflight, which Apps Script cannot "
    "answer.",
    why="Google sends the browser to a sign-in, or answers without CORS headers.",
    change="Deploy again with access for anyone, use the new /exec URL, and send a simple request (text/plain, no "
    "headers of your own).",
    expert="Answers come by a redirect to script.googleusercontent.com, which sends `*`. OPTIONS is never handled.",
    symptoms=("script.google.com has been blocked by CORS policy",),
    outranks=("auth-before-cors", "redirect-to-login", "redirect-preflight", "options-not-handled", "not-found-404"),
    rate=1.0,
    detect=_detect,
    example=_example,
)
