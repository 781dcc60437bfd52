"""The console's red lines, by the wordings that the browsers' own files hold."""

from __future__ import annotations

import re
from dataclasses import replace

from cors_tui.browsers.browser import Reading, known_browsers
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.reading import read_console
from cors_tui.case import Call
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._beside import completed
from cors_tui.inputs.readers._prose import read_prose
from cors_tui.inputs.readers._status import with_statuses
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator
from cors_tui.standards.verdict import Refusal

_SURE = re.compile(
    r"blocked by CORS policy|Cross-Origin Request (?:Blocked|Warning)|due to access control checks"
    r"|not allowed by Access-Control-Allow|Access-Control-Allow-\w+['\"]? header|Preflight response is not successful"
    r"|therefore not allowed access|Response (?:to|for) preflight|Access-Control-Allow-Origin cannot contain"
    r"|Access to [\w ]{1,24} at ['\"\w]"
    r"|Request header field \S+ is not allowed|Same Origin Policy disallows|Origin \S+ is not allowed by"
    r"|violates the following Content Security Policy|Mixed Content: The page at"
    r"|denied by Cross-Origin Resource Sharing policy|Cross[- ]origin requests are only supported for",
    re.IGNORECASE,
)
_GENERIC = re.compile(
    r"\bERR_[A-Z]|Failed to fetch|NetworkError when attempting|Load failed|AxiosError|Network Error|Mixed Content:"
    r"|Content Security Policy|Failed to load resource|access control check"
    r"|is not allowed according|status code:? [45]\d\d|headers? .{1,200} (?:is|are) not allowed|preflight",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"\bCORS\b|\bcross[- ]origin\b|\bcross-domain\b", re.IGNORECASE)
_FAULTY = re.compile(
    r"\berrors?\b|\bfail|\bblock|\bden(?:y|ied)|not (?:allowed|permitted|supported)|disallowed|\breject|\brefuse"
    r"|\bmissing\b|\binvalid\b|\bissue\b|\bviolat|\b[45]\d\d\b",
    re.IGNORECASE,
)
_METHOD_BEFORE = re.compile(r"\b(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\]?[ \t]['\"]?\Z")
_MOST = 50
_EXAMPLES = {"content-type": "application/json", "authorization": "Bearer example"}
_NEEDS_CREDENTIALS = (Refusal.ALLOW_ORIGIN_WILDCARD, Refusal.ALLOW_CREDENTIALS)
_INITIATORS = {
    "xmlhttprequest": Initiator.XHR, "xhr": Initiator.XHR, "script": Initiator.SCRIPT, "image": Initiator.IMAGE,
    "font": Initiator.FONT, "css stylesheet": Initiator.STYLESHEET,
}  # fmt: skip


def claim(text: str) -> float:
    """A browser's whole sentence is surer than a command or code beside it, a part of one a good guess. A browser's
    generic words are a weak guess, and so is talk of a CORS fault; talk of CORS without one is none of a console's."""
    readings = read_console(text)
    flat = Pasted.of(text).flat
    first = next((reading for reading in readings if reading.certain), None)
    if first is not None:
        if first.refusal and first.url:
            return 0.96
        if _SURE.search(flat):
            return 0.85
        if first.refusal or first.network or _GENERIC.search(flat):
            return 0.7
    if readings or _GENERIC.search(flat) or (_ABOUT.search(flat) and _FAULTY.search(flat)):
        return 0.3
    told = read_prose(text)
    return 0.3 if told is not None and told.refusal else 0.0


def read(text: str) -> Understood:
    """Every failure the text tells of; each that names a URL is a call."""
    failures = read_console(text)
    readings = with_statuses(failures[:_MOST], Pasted.of(text).lines)
    told = None if any(reading.certain for reading in readings) else read_prose(text)
    if told is not None and not readings:
        return _of_words(told, text)
    if told is not None:
        readings = tuple(_filled(reading, told) for reading in readings)
    found = (call_of(reading, text) for reading in readings)
    calls = {(call.url, call.method): call for call in found if call is not None}
    missed: tuple[str, ...] = ()
    if not readings:
        missed = ("No browser's wording was found in the text.",)
    elif not calls:
        missed = ("The text does not say which URL was called.",)
    elif len(failures) > _MOST:
        missed = (f"The text tells of more failures: the first {_MOST} are read.",)
    return Understood("console", tuple(calls.values()), readings=readings, says=tuple(_said(readings)), missed=missed)


def _filled(generic: Reading, told: Reading) -> Reading:
    """A line that says nothing but that something failed, with what the person says beside it."""
    url = generic.url or told.url
    return replace(generic, url=url, origin=generic.origin or told.origin, status=generic.status or told.status)


def _of_words(told: Reading, text: str) -> Understood:
    """What a text says in which nobody but the person speaks."""
    call = call_of(told, text)
    says = (f"The words speak of: {told.refusal.value}.",) if told.refusal else ()
    missed = "No browser's wording was found in the text; what its words say was taken over."
    return Understood("console", (call,) if call else (), readings=(told,), says=says, missed=(missed,))


def call_of(reading: Reading, text: str) -> Call | None:
    """The call behind one failure of `text`; None where no URL is told. After a redirect it is the URL the page called.

    The method is told by a network line about the same URL (``POST https://… net::ERR_FAILED``) or by the code or the
    command that stands beside the line, else taken as GET.
    """
    url = reading.redirected_from or reading.url
    if not url:
        return None
    method, headers = _method_of(url, text), HeaderList()
    if reading.refusal is Refusal.METHOD_NOT_ALLOWED and reading.value:
        method = reading.value
    elif reading.refusal is Refusal.HEADER_NOT_ALLOWED and reading.value:
        headers = headers.plus(reading.value, _EXAMPLES.get(reading.value.lower(), "example"))
    elif reading.in_preflight:
        headers = headers.plus("Content-Type", _EXAMPLES["content-type"])
    credentials = reading.refusal in _NEEDS_CREDENTIALS
    call = Call(
        url=url,
        origin=reading.origin,
        method=method,
        headers=headers,
        credentials=CredentialsMode.INCLUDE if credentials else CredentialsMode.SAME_ORIGIN,
        initiator=_INITIATORS.get(reading.kind.lower(), Initiator.FETCH),
    )
    return completed(call, text)


def _method_of(url: str, text: str) -> str:
    place = text.find(url)
    while place >= 0:
        found = _METHOD_BEFORE.search(text[max(0, place - 12) : place])
        if found:
            return found[1]
        place = text.find(url, place + 1)
    return "GET"


def _said(readings: tuple[Reading, ...]) -> list[str]:
    titles = {name: browser.title for name, browser in known_browsers().items()}
    said = [f"{titles.get(one.engine, one.engine)} says: {one.refusal.value}." for one in readings if one.refusal]
    if any(one.in_preflight and one.refusal is not Refusal.HEADER_NOT_ALLOWED for one in readings):
        said.append("A preflight was sent, so the call is not simple: check method and headers.")
    return list(dict.fromkeys(said))


READER = Reader("console", claim, read)
