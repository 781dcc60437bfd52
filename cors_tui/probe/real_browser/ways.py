"""What a call cannot be in the way its page makes it."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.standards.cors_settings import credentials_modes, is_written_by_author, modes
from cors_tui.standards.method import normalize_method
from cors_tui.standards.request import Initiator, RedirectMode

_WHO = {
    Initiator.FETCH: "fetch()",
    Initiator.XHR: "XMLHttpRequest",
    Initiator.SCRIPT: "A script element",
    Initiator.MODULE: "A module script",
    Initiator.IMPORT: "import()",
    Initiator.STYLESHEET: "A style sheet's link",
    Initiator.IMAGE: "An img element",
    Initiator.FONT: "A font",
    Initiator.EVENT_SOURCE: "EventSource",
}


def impossible(call: Call) -> str | None:
    """Why no page can make `call` in the way it names, in one sentence with what to ask instead; None where one can."""
    who, is_bare = _WHO[call.initiator], not call.headers.pairs and call.body is None
    if not is_written_by_author(call.initiator) and not (is_bare and normalize_method(call.method) == "GET"):
        return f"{who} always sends a GET without own headers or a body; leave them out, or ask for fetch."
    follows = (RedirectMode.FOLLOW,)
    for aspect, asked, possible in (
        ("mode", call.mode, modes(call.initiator)),
        ("credentials", call.credentials, credentials_modes(call.initiator, call.mode)),
        ("redirect", call.redirect, tuple(RedirectMode) if call.initiator is Initiator.FETCH else follows),
    ):
        if asked not in possible:
            other = " or ".join(each.value for each in possible)
            return f"{who} cannot have the {aspect} {asked.value}; ask with {other}, or ask for fetch."
    return None
