"""What can be wrong with a call for what makes it: an image sends no body, and XMLHttpRequest has no mode no-cors."""

from __future__ import annotations

from collections.abc import Iterator

from cors_tui.case import Call
from cors_tui.inputs.fault import Fault, shown
from cors_tui.standards.cors_settings import credentials_modes, is_written_by_author, modes
from cors_tui.standards.method import normalize_method
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode

_SUBJECTS = {
    Initiator.FETCH: "fetch()",
    Initiator.XHR: "XMLHttpRequest",
    Initiator.SCRIPT: "A <script>",
    Initiator.MODULE: "A module script",
    Initiator.IMPORT: "import()",
    Initiator.STYLESHEET: "A style sheet",
    Initiator.IMAGE: "An <img>",
    Initiator.FONT: "A font",
    Initiator.EVENT_SOURCE: "An EventSource",
}

_OR_BY_FETCH = "or call by fetch (--initiator fetch)."


def initiator_faults(call: Call) -> Iterator[Fault]:
    """The combinations that no page can make, and those in which its script learns nothing."""
    if not is_written_by_author(call.initiator):
        yield from _plain_get_faults(call)
    if call.mode not in modes(call.initiator):
        yield _mode_fault(call)
    elif call.credentials not in credentials_modes(call.initiator, call.mode):
        yield _credentials_fault(call)
    elif call.mode is Mode.NO_CORS and call.initiator is Initiator.FETCH:
        problem = "In the mode no-cors script sees nothing of the answer, whatever the server allows."
        yield Fault("mode", "no-cors", problem, "Take mode: 'no-cors' out of the page's code.", is_error=False)
    if call.redirect is not RedirectMode.FOLLOW and call.initiator is not Initiator.FETCH:
        problem = f"{_SUBJECTS[call.initiator]} follows redirects, and has no redirect mode {call.redirect.value}."
        yield Fault("redirect", call.redirect.value, problem, f"Leave it out, {_OR_BY_FETCH}")


def _plain_get_faults(call: Call) -> Iterator[Fault]:
    subject, method = _SUBJECTS[call.initiator], normalize_method(call.method.strip())
    if call.body is not None:
        yield Fault("body", call.body[:80], f"{subject} sends no body.", f"Leave it out, {_OR_BY_FETCH}")
    elif method not in ("", "GET"):
        problem = f"{subject} asks with GET, never with {shown(method, 40)}."
        yield Fault("method", call.method, problem, f"Leave the method out, {_OR_BY_FETCH}")
    names = ", ".join(name for name, _ in call.headers)
    if names:
        problem = f"{subject} has no headers of the page's own, such as {shown(names)}."
        yield Fault("headers", names, problem, f"Leave them out, {_OR_BY_FETCH}")


def _mode_fault(call: Call) -> Fault:
    written, possible = call.mode.value, _either(modes(call.initiator))
    problem = f"{_SUBJECTS[call.initiator]} asks in the mode {possible}, never in {written}."
    return Fault("mode", written, problem, f"Leave --mode out, {_OR_BY_FETCH}")


def _credentials_fault(call: Call) -> Fault:
    written, possible = call.credentials.value, credentials_modes(call.initiator, call.mode)
    bare = " without crossorigin" if call.mode is Mode.NO_CORS else ""
    with_crossorigin = call.credentials in credentials_modes(call.initiator, Mode.CORS)
    problem = f"{_SUBJECTS[call.initiator]}{bare} has the credentials mode {_either(possible)}, never {written}."
    otherwise = "or add crossorigin (--mode cors)." if with_crossorigin else _OR_BY_FETCH
    return Fault("credentials", written, problem, f"Take {_either(possible)}, {otherwise}")


def _either(possible: tuple[Mode, ...] | tuple[CredentialsMode, ...]) -> str:
    return " or ".join(each.value for each in possible)
