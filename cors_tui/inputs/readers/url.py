"""A plain URL, also as chats, mails and Markdown wrap it."""

from __future__ import annotations

import re

from cors_tui.case import Call
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.standards.url import parse_url

_LONGEST_URL = 100_000
_WRAPPED = re.compile(
    r"<(?:URL:)?([^<>]*)>|`([^`]*)`|\"([^\"]*)\"|'([^']*)'|“([^”]*)”|\[[^\]]*\]\(([^()\s]*)\)", re.IGNORECASE
)
_METHOD_FIRST = re.compile(r"(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+(?=\S+\Z)")
_HOST_FIRST = re.compile(
    r"(?:localhost|\d+(?:\.\d+){3}|[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}|[\w-]+(?=:\d))(?::\d+)?(?:[/?#]\S*)?"
)


def claim(text: str) -> float:
    """One line with a scheme is surely a URL; one that begins like a host probably is."""
    line = _unwrapped(text)
    if "\n" in line or not line or len(line) > _LONGEST_URL:
        return 0.0
    line = _METHOD_FIRST.sub("", line)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:/", line):
        return 0.9 if not re.search(r"\s", line) else 0.5
    return 0.4 if _HOST_FIRST.fullmatch(line) else 0.0


def read(text: str) -> Understood:
    """The URL as typed: what is wrong with it is said where it is used."""
    line = _unwrapped(text)
    method = _METHOD_FIRST.match(line)
    url = line[method.end() :] if method else line
    call = Call(url=url, method=method[1] if method else "GET")
    parsed = parse_url(url)
    missed = () if parsed is not None and parsed.is_http else ("No browser can call it as it stands.",)
    return Understood("url", (call,), says=("A URL.",), missed=missed)


def _unwrapped(text: str) -> str:
    line = text.strip()
    if len(line) <= _LONGEST_URL and (found := _WRAPPED.fullmatch(line)):
        line = next(group for group in found.groups() if group is not None).strip()
    return line


READER = Reader("url", claim, read)
