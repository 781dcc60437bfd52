"""What people say of a failure in their own words, where no browser's line stands in the text: never certain."""

from __future__ import annotations

import re

from cors_tui.browsers.browser import Reading
from cors_tui.standards.verdict import Refusal

_LOOKED_AT = 20_000
_MISSING = r"\b(?:missing|without|lacks?|lacking|no(?:t)?\b(?! allowed)|absent|does ?n.t (?:send|return|include|have))"
_REFUSALS = (
    (Refusal.HEADER_NOT_ALLOWED, r"headers? .{0,200}(?:is|are) not allowed|disallowed CORS headers?"),
    (Refusal.METHOD_NOT_ALLOWED, r"method .{0,60}not allowed(?! 405)|disallowed CORS method"),
    (Refusal.ALLOW_ORIGIN_MULTIPLE, r"(?:multiple|several|two|duplicate)\b.{0,60}Access-Control-Allow-Origin"),
    (Refusal.ALLOW_ORIGIN_MULTIPLE, r"Access-Control-Allow-Origin.{0,60}\b(?:multiple|several|twice|duplicate)"),
    (Refusal.ALLOW_CREDENTIALS, rf"{_MISSING}.{{0,60}}Access-Control-Allow-Credentials"),
    (Refusal.ALLOW_CREDENTIALS, rf"Access-Control-Allow-Credentials.{{0,60}}{_MISSING}"),
    (Refusal.ALLOW_ORIGIN_MISSING, rf"{_MISSING}.{{0,60}}Access-Control-Allow-Origin"),
    (Refusal.ALLOW_ORIGIN_MISSING, rf"Access-Control-Allow-Origin.{{0,40}}{_MISSING}"),
    (Refusal.PREFLIGHT_REDIRECT, r"preflight.{0,80}redirect|redirect.{0,80}preflight"),
)
_PREFLIGHT = re.compile(r"pre-?flight|\bOPTIONS\b")
_STATUS = re.compile(
    r"(?:status(?: code)?|HTTP(?:/[\d.]+)?|return(?:s|ed)?|got|get(?:s|ting)?|with|gives?|error|was|is)"
    r"[\s:=`'\"(]{1,4}([45]\d\d)\b(?![/-]|:\d)"
    r"|(?<![\w.:/-])([45]\d\d)[ -]{1,2}\(?(?:Unauthorized|Forbidden|Not Found|Internal|Bad|Method|Service"
    r"|Gateway|errors?|responses?|status)",
    re.IGNORECASE,
)
_URL = re.compile(r"https?://[^\s'\"<>`)\]]+")
_FRAME = re.compile(r"\.(?:m?[jt]sx?|vue|html?)(?:\?[^:]*)?(?::\d+){0,2}\Z|:\d+:\d+\Z")
"""A script of the page, or a line of a stack."""

_FROM = re.compile(r"\b(?:from|origin|frontend)(?: origin| is| on| at)?[\s:=`'\"(]{1,4}\Z", re.IGNORECASE)


def read_prose(text: str) -> Reading | None:
    """What the words say was refused, with the status and the addresses; None where they say none of it."""
    head = text[:_LOOKED_AT]
    statuses = {int(match[1] or match[2]) for match in _STATUS.finditer(head)}
    status = next(iter(statuses)) if len(statuses) == 1 else None
    in_preflight = _PREFLIGHT.search(head) is not None
    refusal = next((one for one, pattern in _REFUSALS if re.search(pattern, head, re.IGNORECASE)), None)
    if refusal is None and in_preflight and status is not None:
        refusal = Refusal.PREFLIGHT_STATUS
    url, origin = _addresses(head)
    if refusal is None and status is None and not url:
        return None
    return Reading("", refusal, url, origin, status=status, in_preflight=in_preflight or None, certain=False)


def _addresses(text: str) -> tuple[str, str]:
    """The one URL that is told beside the page's; "" for what is not told, or not told apart."""
    called: list[str] = []
    pages: list[str] = []
    for match in _URL.finditer(text):
        address = match[0].rstrip(".,;:!?")
        if _FRAME.search(address):
            continue
        has_path = address.count("/") > 2 and not address.endswith("/")  # a page's origin has none
        page = not has_path and _FROM.search(text[max(0, match.start() - 40) : match.start()])
        (pages if page else called).append(address)
    return _only(called), _only(pages).rstrip("/")


def _only(addresses: list[str]) -> str:
    return addresses[0] if len(set(addresses)) == 1 else ""
