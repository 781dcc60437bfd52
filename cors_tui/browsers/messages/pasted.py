"""A pasted console text made even: the damage that pasting does is undone before anything is read.

Quotes become straight, runs of white space one character, comment marks at line starts go. Case is kept for what is
quoted and dropped for what is searched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

LONGEST = 1 << 18
"""Characters of a text that are looked at; a console line is far shorter."""

_NARROW, _WIDE = 30, 400
"""Columns of a terminal or a window that somebody copied from."""

_COPIED = 20_000
"""Characters that somebody copies from a terminal by hand."""

_STRAIGHT = str.maketrans(
    dict.fromkeys("\u2018\u2019\u201a\u201b\u2032`\u00b4", "'")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033", '"')
    | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None)
)
_ASCII_LOWER = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz")
_ESCAPED_QUOTES = (
    (r"\'", "'"),
    (r"\"", '"'),
    ("&#39;", "'"),
    ("&#x27;", "'"),
    ("&quot;", '"'),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&amp;", "&"),
)
_BREAK = re.compile(r"[^\S\n]*(?: \|)?\n\s*(?:(?://|>|#|\*|\|)+[^\S\n]+)?(?:\d{1,2}:\d\d:\d\d(?:\.\d+)? )?")
_AROUND = re.compile(r"^([ \t]*)([*_]{1,3})(?=\S)(.*\S)\2[ \t]*$", re.MULTILINE)
"""Markdown's emphasis of a whole line."""

_LINK = re.compile(r"\[(https?://[^\]\s]+)\]\(https?://(?:[^()\s]|\([^()\s]*\))*\)|<(https?://[^\s<>]+)>")
"""A URL that Markdown made a link of."""

_ESCAPED = re.compile(r"\\u(?!00[0-9][0-9a-f])([0-9a-f]{4})", re.IGNORECASE)
"""A character that JSON wrote as its number; control characters are left, an engine may print them so itself."""

_GUILLEMETS = re.compile(r"[«‹]\s{0,3}|\s{0,3}[»›]")
_GLUED = re.compile(r"(?<=[^\s/])\[[A-ZÀ-Ý][\w']*(?: [\w']+){1,3}\](?=\s|\Z)")
"""A link behind the sentence, as Firefox puts it in brackets in any language: ``[Learn More]``."""

_SPLIT_NAME = re.compile(r"(?<=access-control-)\s+(?=allow-|request-|expose-|max-)", re.IGNORECASE)
_BLANK = re.compile(r"[^\S\n]+")


def rejoined(text: str, *, surely: bool = False) -> str:
    """`text` where lines that are as wide as a terminal was, and broken within a word, are one line again.

    One line is wider than all others in many a text; `surely` wants two of the same width.
    """
    if len(text) > _COPIED:
        return text
    lines = text.split("\n")
    widths = [len(line) for line in lines]
    widest = max(widths)
    if not _NARROW <= widest <= _WIDE or widths[:-1].count(widest) <= surely:
        return text
    whole = [lines[0]]
    for before, line in pairwise(lines):
        if len(before) == widest:
            whole[-1] += line
        else:
            whole.append(line)
    return "\n".join(whole)


def searchable(text: str) -> str:
    """`text` with straight quotes and lower-case ASCII letters."""
    return text.translate(_STRAIGHT).translate(_ASCII_LOWER)


@dataclass(frozen=True)
class Pasted:
    """A text as it is read. The three forms have equal length, so that a place in one is a place in all.

    Each begins with a space, so that the first word is found like every other.
    """

    lines: str

    @staticmethod
    def of(text: str) -> Pasted:
        """Never raises; of a text longer than `LONGEST` the start is taken."""
        return _pasted(text[:LONGEST])

    @cached_property
    def flat(self) -> str:
        """The text on one line."""
        return self.lines.replace("\n", " ")

    @cached_property
    def low(self) -> str:
        """The text on one line with ASCII letters in lower case."""
        return self.flat.translate(_ASCII_LOWER)

    def to_line_end(self, start: int, end: int) -> str:
        """What stands between two places, no further than the line's end."""
        return self.lines[start:end].split("\n", 1)[0]


@lru_cache(maxsize=2)  # every browser reads the same text
def _pasted(text: str) -> Pasted:
    even = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    even = _GUILLEMETS.sub("'", even).translate(_STRAIGHT)
    for escaped, plain in _ESCAPED_QUOTES:
        even = even.replace(escaped, plain)
    if "\n" not in even.strip():
        even = even.replace(r"\n", "\n")  # a text copied out of JSON
    even = _LINK.sub(lambda link: link[1] or link[2], _AROUND.sub(r"\1\3", even))
    even = _SPLIT_NAME.sub("", _GLUED.sub(" ", even))
    return Pasted(" " + _BLANK.sub(" ", _BREAK.sub("\n", even)).strip())
