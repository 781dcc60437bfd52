"""The status of an answer where the browser's sentence leaves it out, and the text beside it tells.

Browsers print it in a line of its own (``Failed to load resource: … status of 502``, ``POST URL 413``), people in their
own words (*the preflight returns 403*). It is taken only where all that is told agrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus

from cors_tui.browsers.browser import Reading
from cors_tui.standards.verdict import Refusal

_LOOKED_AT = 100_000
_LEFT_OUT = (
    None,
    Refusal.ALLOW_ORIGIN_MISSING,
    Refusal.ALLOW_ORIGIN_MISMATCH,
    Refusal.ALLOW_ORIGIN_MULTIPLE,
    Refusal.PREFLIGHT_STATUS,
    Refusal.PREFLIGHT_REDIRECT,
)
"""Refusals of answers that can have had any status."""

_FAILED_TO_LOAD = re.compile(
    r"(?:(?P<before>[^\s'\"<>()]{1,4096}?)(?::\d+){0,2}[ \t]+)?"
    r"(?:\[Error\] )?Failed to load resource: the server responded with a status of (?P<status>[345]\d\d)\b"
    r"[ \t]*(?:\([\w' -]*\))?[ \t]*(?:\((?P<after>[^\s,()]+), line \d+\))?"
)
_CALLED = re.compile(
    r"\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+(?P<before>\S{1,4096})[ \t]+(?:net::ERR_\w+[ \t]+)?"
    r"(?P<status>[345]\d\d)(?![^\s,;.)])"
)
_REASONS = "|".join(
    sorted({re.escape(status.phrase) for status in HTTPStatus if status >= 300}, key=len, reverse=True)
) + ("|Gateway Time-?out|Request Entity Too Large|Payload Too Large")
_ALONE = r"(?![\w%.,:/-]*[\w%/-])"
"""Nothing of a word may stand behind the number: a port, a size or a version is no status."""

_SAYING = (
    r"(?:\bstatus(?: ?code)?(?: of| is|:)?|\bHTTP(?:/[\d.]+)?(?: code| status| error)?|\breturn(?:s|ed|ing)?"
    r"|\brespon(?:ds|ded|se)(?: with| is| code)?|\bgive[sn]?|\bgot|\bget(?:s|ting)?|\bthrow(?:s|n|ing)?"
    r"|\bshow(?:s|n|ing)?|\bwith|\berror)(?: an?| the| HTTP| error| code){0,2}[\s:`'\"*_(]{1,4}"
)
_SAID = re.compile(
    rf"{_SAYING}(?P<said>[345]\d\d){_ALONE}"
    rf"|(?<![\w.:/-])(?P<named>[345]\d\d)[ \t`'\"*(-]{{1,3}}(?:{_REASONS})\b"
    r"|(?<![\w.:/-])(?P<kind>[345]\d\d)[`'\"*]? (?:error|response|status)s?\b"
    r"|(?<=\s)\((?P<bare>[45]\d\d)(?=[)\s])",
    re.IGNORECASE,
)
_NUMBER = re.compile(rf"(?<![\w.:/-])[45]\d\d{_ALONE}")
"""Any number that may be a status, and so speaks against another that was said."""


def with_statuses(readings: tuple[Reading, ...], text: str) -> tuple[Reading, ...]:
    """`readings` with the status that `text` tells beside them, where one is told and nothing contradicts it."""
    if not any(_may_take(reading) for reading in readings):
        return readings
    head = text[:_LOOKED_AT]
    lines = [(match.groupdict(), int(match["status"])) for match in _lines(head)]
    said = {int(next(filter(None, match.groups()))) for match in _SAID.finditer(head)}
    said |= {int(match[0]) for match in _NUMBER.finditer(head)} if said else set()
    alone = len({reading.url for reading in readings if reading.url}) <= 1
    return tuple(
        replace(reading, status=_told(reading.url, lines, said, alone)) if _may_take(reading) else reading
        for reading in readings
    )


def _may_take(reading: Reading) -> bool:
    sent = reading.network in ("", "ERR_FAILED")
    return reading.status is None and reading.refusal in _LEFT_OUT and reading.certain and sent


def _lines(text: str) -> Iterator[re.Match[str]]:
    yield from _FAILED_TO_LOAD.finditer(text)
    yield from _CALLED.finditer(text)


def _told(url: str, lines: list[tuple[dict[str, str | None], int]], said: set[int], alone: bool) -> int | None:
    named = {status for about, status in lines if any(_is_about(url, name) for name in about.values() if name)}
    if named:
        return _only(named)
    unnamed = {status for about, status in lines if not any(_is_file(name) for name in about.values() if name)}
    return _only(unnamed | (said if not lines else set())) if alone else None


def _only(statuses: set[int]) -> int | None:
    return next(iter(statuses)) if len(statuses) == 1 else None


def _is_file(name: str) -> bool:
    """Whether what stands before a line says what was loaded: a path or a name with a dot or a slash in it."""
    return re.search(r"[/.]\w", name) is not None and not re.fullmatch(r"/?#?/?", name)


def _is_about(url: str, name: str) -> bool:
    """Whether `name` is how a console abbreviates `url`: all of it, its end, or its last part."""
    bare, short = url.partition("?")[0].rstrip("/"), name.partition("?")[0].rstrip("/")
    if len(short) <= 2:
        return False
    return bare.endswith(short) or ("/" in short and bare.rpartition("/")[2] == short.rpartition("/")[2])
