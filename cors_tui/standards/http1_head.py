"""The head of an HTTP/1.1 response, read as forgivingly as browsers read it; what was forgiven is named.

https://httpwg.org/specs/rfc9112.html#message.format
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from cors_tui.standards.header_list import HeaderList, HeaderPair


class Leniency(StrEnum):
    """One thing that had to be forgiven to read a response at all: the closed list behind `Response.leniencies`.

    Chromium, Firefox and WebKit forgive all of them but where a member says otherwise (measured with Chromium 156 and
    Firefox 153, a part with WebKitGTK 2.50).
    """

    OBS_FOLD = "obs-fold"
    """A header value goes on in the next line; it is joined with one space."""
    BARE_LF = "bare-lf"
    """A line ends with LF alone."""
    BARE_CR = "bare-cr"
    """CR alone stands in a line. It is kept in the value: Chromium alone takes it as the end of a line
    (`split_at_bare_cr`), Firefox skips that header and reads the rest."""
    NO_REASON = "no-reason"
    """The status line has no reason phrase and no space where it would stand."""
    SPACE_BEFORE_COLON = "space-before-colon"
    """SP or TAB between a name and its colon. The name is kept with it: Chromium alone trims it and finds the header,
    the others read the response and do not know such a header."""
    LINE_WITHOUT_COLON = "line-without-colon"
    """A line without a colon stands among the headers; it is skipped."""
    EMPTY_NAME = "empty-name"
    """A line begins with its colon; it is skipped."""
    LEADING_SPACE = "leading-space"
    """The first header line begins with a space and continues nothing; it is skipped."""
    CONTROL_IN_VALUE = "control-in-value"
    """A value holds a control character (VT, FF, ESC, ...) other than TAB."""
    ODD_NAME = "odd-name"
    """A name holds characters that no token has."""
    JUNK_BEFORE = "junk-before-status-line"
    """At most four bytes stand before the status line. Chromium and Firefox."""
    ICY = "icy"
    """The status line begins with ICY, as old radio servers write it. Firefox; Chromium takes all of it as a body."""
    ODD_VERSION = "odd-version"
    """The version is neither HTTP/1.0 nor HTTP/1.1."""
    UNVERSIONED = "unversioned"
    """The status line does not begin with HTTP/1., HTTP/2 or HTTP/3 in capitals. Chromium only; Firefox takes all of it
    as the body of an HTTP/0.9 response."""
    ODD_STATUS = "odd-status"
    """The status code has one or two digits, or there is none, which counts as 200."""
    JUNK_STATUS = "junk-status"
    """The status code is no number (it counts as 200), has letters behind it, or too many digits. Chromium only."""
    NUL_IN_NAME = "nul-in-name"
    """A NUL stands in a header's name; the header is skipped. Firefox only. A NUL anywhere else nobody reads."""
    UNFINISHED_HEAD = "unfinished-head"
    """The connection ended before the empty line. Chromium (not over TLS) and Firefox."""
    BROKEN_CHUNK = "broken-chunk"
    """The size of a chunk is none: Chromium ends the body there, Firefox has no response."""
    REPEATED_CONTENT_LENGTH = "repeated-content-length"
    """Content-Length stands more than once, with one value."""
    DIFFERENT_CONTENT_LENGTHS = "different-content-lengths"
    """Content-Length stands more than once, with different values; the first counts. WebKit only."""
    ODD_CONTENT_LENGTH = "odd-content-length"
    """Content-Length is not plain digits: a sign is ignored, anything else is as if it were absent."""
    LENGTH_AND_CHUNKED = "length-and-chunked"
    """Content-Length stands beside chunked Transfer-Encoding, which wins."""


@dataclass(frozen=True, slots=True)
class Head:
    """A response's head: version "1.0" or "1.1", status, reason and headers, and what was forgiven."""

    version: str
    status: int
    reason: str
    headers: HeaderList
    leniencies: frozenset[str]


_STATUS_LINE = re.compile(
    r"(?P<proto>http(?:/(?P<version>[^ \t]*))?|icy)(?P<rest>(?:[ \t].*)?)", re.DOTALL | re.IGNORECASE | re.ASCII
)
_BARE_LF = re.compile(r"(?<!\r)\n")
_BARE_CR = re.compile(r"\r+")
_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
_CONTROL = re.compile(r"[\x01-\x08\x0b-\x1f\x7f]")


def parse_head(block: bytes) -> Head | None:
    """The head in `block`: everything from the status line up to its end, the empty line included or not.

    None where no browser reads it as HTTP: a NUL anywhere but in a header's name, or no status line.
    https://httpwg.org/specs/rfc9112.html#status.line
    """
    forgiven: set[str] = set()
    lines = _lines(block.decode("latin-1"), forgiven)
    if b"\0" in block:
        lines = _without_nul_in_name(lines, forgiven)
    if not lines or not (match := _STATUS_LINE.fullmatch(lines[0])):
        return None
    version = _version(match, forgiven)
    status, reason = _status(match["rest"], forgiven)
    headers = HeaderList(tuple(_headers(lines[1:], forgiven)))
    return Head(version, status, reason, headers, frozenset(forgiven))


def _without_nul_in_name(lines: list[str], forgiven: set[str]) -> list[str]:
    """The lines without those whose name has a NUL; none at all where one stands elsewhere."""
    forgiven.add(Leniency.NUL_IN_NAME)
    kept = [line for number, line in enumerate(lines) if number == 0 or "\0" not in line.partition(":")[0]]
    return [] if any("\0" in line for line in kept) else kept


def _lines(text: str, forgiven: set[str]) -> list[str]:
    """The lines of a head without the empty ones at its end."""
    lines: list[str] = []
    for line in text.rstrip("\r\n").split("\n"):
        whole = line.rstrip("\r")
        if "\r" in whole:
            forgiven.add(Leniency.BARE_CR)
        lines.append(whole)
    if lines and "\r" in lines[0]:
        first, _, rest = lines[0].partition("\r")
        lines[:1] = [first, f"\r{rest}"]
    if _BARE_LF.search(text):
        forgiven.add(Leniency.BARE_LF)
    return lines


def _version(match: re.Match[str], forgiven: set[str]) -> str:
    if match["proto"].upper() == "ICY":
        forgiven.add(Leniency.ICY)
        return "1.0"
    if match["proto"] not in ("HTTP/1.1", "HTTP/1.0"):
        forgiven.add(Leniency.ODD_VERSION)
    if not match["proto"].startswith(("HTTP/1.", "HTTP/2", "HTTP/3")):
        forgiven.add(Leniency.UNVERSIONED)
    digits = re.fullmatch(r"(\d+)\.(\d+)", match["version"] or "", re.ASCII)
    return "1.1" if digits and (int(digits[1][:4]), int(digits[2][:4])) >= (1, 1) else "1.0"


def _status(rest: str, forgiven: set[str]) -> tuple[int, str]:
    """Status code and reason phrase of what follows the version."""
    match = re.match(r"[ \t]+([0-9]+)([0-9A-Za-z]?)(.*)", rest, re.DOTALL)
    if not match:
        forgiven.add(Leniency.JUNK_STATUS if rest.strip(" \t") else Leniency.ODD_STATUS)
        return 200, rest.strip(" \t")
    digits, glued, reason = match[1], match[2], match[3]
    if glued or len(digits) > 3:
        forgiven.add(Leniency.JUNK_STATUS)
    elif len(digits) < 3:
        forgiven.add(Leniency.ODD_STATUS)
    elif not reason:
        forgiven.add(Leniency.NO_REASON)
    return int(digits[:9]), (glued + reason).strip(" \t")


def split_at_bare_cr(headers: HeaderList) -> HeaderList:
    """`headers` with every bare CR taken as the end of a line, as Chromium takes it."""
    found: list[HeaderPair] = []
    for name, value in headers:
        if "\r" not in name + value:
            found.append((name, value))
            continue
        lines = (line.partition(":") for line in _BARE_CR.split(f"{name}:{value}"))
        found += [(one, text.strip(" \t")) for one, colon, text in lines if colon and one.strip(" \t")]
    return HeaderList(tuple(found))


def _headers(lines: list[str], forgiven: set[str]) -> list[HeaderPair]:
    """The header lines as pairs; values are trimmed of SP and TAB only.

    https://httpwg.org/specs/rfc9112.html#field.syntax
    """
    found: list[tuple[str, list[str]]] = []
    readable = False
    for line in lines:
        if line.startswith((" ", "\t")):
            if readable:
                forgiven.add(Leniency.OBS_FOLD)
                found[-1][1].append(line.strip(" \t"))
            elif not found:
                forgiven.add(Leniency.LEADING_SPACE)
            continue
        name, colon, value = line.partition(":")
        readable = bool(colon and name.strip(" \t"))
        if readable:
            found.append((name, [value.strip(" \t")]))
        else:
            forgiven.add(Leniency.EMPTY_NAME if colon else Leniency.LINE_WITHOUT_COLON)
    pairs = [(name, " ".join(part for part in parts if part)) for name, parts in found]
    forgiven.update(_oddities(pairs))
    return pairs


def _oddities(pairs: list[HeaderPair]) -> set[str]:
    odd: set[str] = set()
    for name, value in split_at_bare_cr(HeaderList(tuple(pairs))):
        if name.endswith((" ", "\t")):
            odd.add(Leniency.SPACE_BEFORE_COLON)
        if not _TOKEN.fullmatch(name.rstrip(" \t")):
            odd.add(Leniency.ODD_NAME)
        if _CONTROL.search(value):
            odd.add(Leniency.CONTROL_IN_VALUE)
    return odd
