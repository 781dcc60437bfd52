"""The only way a text reaches a widget: control, C1 and bidirectional characters become visible, markup stays text.

A server may send escape sequences, markup or characters that reorder a line; none of it may be acted on. Everything a
widget shows is made by the functions here; a test forbids every other way.
"""

from __future__ import annotations

import re

from textual.content import Content
from textual.highlight import highlight

# C0 and DEL, C1, soft hyphen, zero-width and bidirectional marks, line and paragraph separators, invisible operators,
# variation selectors, byte order mark, interlinear marks, surrogates, private tags: whatever a terminal acts on or a
# reader cannot see.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202f\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_UNSEEN_STYLE = "reverse"
TAB = "    "


def escaped(text: str) -> str:
    """`text` with each unseen character written as ``\\x1b`` or ``\\u202e``; one line stays one line."""
    return _UNSEEN.sub(lambda found: _escape(found[0]), text)


def _escape(character: str) -> str:
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def visible(text: str, style: str = "") -> Content:
    """One line of `text` in `style`; what had to be made visible stands out in reverse."""
    parts: list[Content] = []
    end = 0
    for found in _UNSEEN.finditer(text):
        parts.append(Content.styled(text[end : found.start()], style))
        parts.append(Content.styled(_escape(found[0]), f"{style} {_UNSEEN_STYLE}".strip()))
        end = found.end()
    return Content("").join([*parts, Content.styled(text[end:], style)])


def visible_lines(text: str, style: str = "") -> Content:
    """Several lines of `text`: newlines stay, tabs become spaces, everything else as `visible` does."""
    return lines(*(visible(line.replace("\t", TAB), style) for line in text.split("\n")))


def joined(*parts: Content) -> Content:
    """Several parts as one line."""
    return Content("").join(parts)


def lines(*parts: Content) -> Content:
    """Several parts under one another."""
    return Content("\n").join(parts)


def elided(text: str, width: int) -> str:
    """`text` in at most `width` characters, cut in its middle: both ends of a URL or an origin tell something."""
    if len(text) <= width:
        return text
    if width < 3:
        return text[: max(width, 0)]
    head = (width - 1 + 1) // 2
    tail = width - 1 - head
    return f"{text[:head]}…{text[len(text) - tail :]}" if tail else f"{text[:head]}…"


def column(text: str, width: int, style: str = "") -> Content:
    """`text` in exactly `width` cells: elided in its middle or filled with spaces."""
    shown = visible(elided(escaped(text), width), style)
    return shown.pad_right(max(0, width - shown.cell_length))


def one_to_one(text: str) -> str:
    """`text` with each unseen character replaced by one visible one, so that positions stay the same."""
    return _UNSEEN.sub(
        lambda found: chr(0x2400 + ord(found[0])) if ord(found[0]) < 0x20 else "\N{REPLACEMENT CHARACTER}", text
    )


def code(text: str, language: str) -> Content:
    """A snippet with its language's colours; unseen characters are made visible first."""
    safe = "\n".join(escaped(line.replace("\t", TAB)) for line in text.split("\n"))
    try:
        return highlight(safe, language=language)
    except ValueError:  # a language that Pygments does not know
        return visible_lines(safe)
