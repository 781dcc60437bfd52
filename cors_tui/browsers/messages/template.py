"""One template writes a part of a console line and finds it again in a pasted text.

A template is the engine's own text with ``{slots}``, in pieces set off by ``|``. The part between ``«`` and ``»`` must
be there for a text to be read as this template; every other piece may be damaged or missing. Quotes are optional when
reading, and any kind of quote will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from cors_tui.browsers.messages.pasted import Pasted, searchable
from cors_tui.standards.verdict import Refusal

_SLOTS = {
    "url": r"\S{1,4096}?",
    "address": r"(?!resource:)\S{1,4096}?",
    "target": r"\S{1,4096}?",
    "redirected_from": r"\S{1,4096}?",
    "origin": r"\S{1,512}?",
    "page": r"\S{1,4096}?",
    "kind": r"[\w<>-]{1,30}?(?: [a-z]{1,12})?",
    "status": r"\(?\w{1,6}\)?",
    "value": r".{0,2048}?",
    "about": r".{0,256}?",
    "reason": r"[\w' -]{0,60}?",
}
_MOST_BEFORE = 5000
"""How far before the needed part the pieces before it may begin."""

_PARTS = re.compile(r"\{(\w+)\}|([^{}]+)")
_ANY_WORDS = r"(?: (?:\w+ ){0,2})?"
_QUOTES = re.compile(r"['\"]")
_BETWEEN = re.compile(r"\{\w+\}|['\"]")


class Part(Enum):
    """What a template contributes to a failure."""

    FRAME = "opens a failure: what was called, and from where"
    REASON = "says why"
    DETAIL = "adds to the failure it follows"
    GENERIC = "says only that something failed"


@dataclass(frozen=True)
class Template:
    """One shape of a console line, or of a part of one.

    `source` and `level` are the engine's own names, for a shape that is a whole line. `fixed` is what the shape says
    without a slot, by field of `Reading`. `unless` are words that must not follow (a longer shape begins so, too).
    """

    text: str
    refusal: Refusal | None = None
    part: Part = Part.REASON
    source: str = ""
    level: str = "error"
    fixed: Mapping[str, object] = field(default_factory=dict)
    unless: str = ""

    def fill(self, **slots: object) -> str:
        """The text with its slots filled, less every piece that has a slot with nothing to fill it."""
        return "".join(
            form.format_map(slots)
            for form, needed in self._forms
            if not needed or all(slots.get(slot) is not None for slot in needed)
        )

    def find(self, pasted: Pasted) -> Iterator[Found]:
        """Every place in a text where this shape stands, in order, none overlapping. Time linear in the text."""
        text, reached = pasted.low, 0
        at = text.find(self._anchor)
        while at >= 0:
            end = at + len(self._anchor)
            start = text.rfind(self._first, max(reached, at - _MOST_BEFORE), end if self._first == self._anchor else at)
            match = self._needed.match(text, start) if start >= 0 else None
            if match and match.end() >= end:
                yield self._found(pasted, match, reached)
                reached = end = match.end()
            at = text.find(self._anchor, end)

    def _found(self, pasted: Pasted, needed: re.Match[str], reached: int) -> Found:
        start, slots = needed.start(), _slots(needed, pasted)
        for first, pattern in reversed(self._pieces_before):
            lowest = max(reached, start - _MOST_BEFORE)
            at = pasted.low.rfind(first, lowest, start) if first else pasted.low.rfind(" ", lowest, start - 1) + 1
            match = pattern.fullmatch(pasted.low, at, start) if at >= 0 else None
            if match:
                start, slots = at, slots | _slots(match, pasted)
        end = needed.end()
        for pattern in self._pieces_after:
            match = pattern.match(pasted.low, end)
            if match:
                end, slots = match.end(), slots | _slots(match, pasted)
        return Found(self, start, end, slots)

    @cached_property
    def _forms(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each piece as a format string, with the slots it needs."""
        pieces = self.text.replace("«", "").replace("»", "").split("|")
        return tuple((piece, tuple(slot for slot, _ in _PARTS.findall(piece) if slot)) for piece in pieces)

    @cached_property
    def _needed_text(self) -> str:
        return searchable(self.text.partition("«")[2].partition("»")[0] or self.text)

    @cached_property
    def _anchor(self) -> str:
        """The longest literal that must stand there: what a text is searched for."""
        return max(_BETWEEN.split(self._needed_text), key=len)

    @cached_property
    def _first(self) -> str:
        """The first literal that must stand there: where a match begins."""
        return next(literal for literal in _BETWEEN.split(self._needed_text) if literal)

    @cached_property
    def _needed(self) -> re.Pattern[str]:
        text = self._needed_text[self._needed_text.index(self._first) :]
        unless = f"(?!{re.escape(self.unless)})" if self.unless else ""
        return re.compile(_regex(text) + unless)

    @cached_property
    def _pieces_before(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Each piece before the needed part: its first literal, and its pattern up to where the next begins."""
        before = searchable(self.text.partition("«")[0]) if "«" in self.text else ""
        pieces = [piece for piece in before.split("|") if piece.strip()]
        return tuple(
            (_BETWEEN.split(piece)[0], re.compile(_regex(piece, greedy=False) + _ANY_WORDS)) for piece in pieces
        )

    @cached_property
    def _pieces_after(self) -> tuple[re.Pattern[str], ...]:
        after = searchable(self.text.partition("»")[2])
        return tuple(re.compile(_regex(piece)) for piece in after.split("|") if piece)


@dataclass(frozen=True, slots=True)
class Found:
    """A template met in a text, from `start` to `end`, with what its slots held."""

    template: Template
    start: int
    end: int
    slots: Mapping[str, str]


def _regex(text: str, greedy: bool = True) -> str:
    """A pattern for a piece of a template. A slot at its end takes all it can, a full stop there may be missing."""
    stops = text.endswith("}. ")
    parts = _PARTS.findall(text.removesuffix(". ") if stops else text)
    pattern = "".join(
        _slot(slot, again=(slot, "") in parts[:index])
        if slot
        else _literal(literal, closing=greedy and index == len(parts) - 1)
        for index, (slot, literal) in enumerate(parts)
    )
    if stops:
        return pattern + r"\.?(?: |$)"
    return pattern.removesuffix("?)") + ")" if greedy and pattern.endswith("}?)") else pattern


def _slot(name: str, again: bool) -> str:
    return f"(?:{_SLOTS[name]})" if again else f"(?P<{name}>{_SLOTS[name]})"


def _literal(literal: str, closing: bool) -> str:
    """Quotes may be missing, save one that alone tells where the last slot ends."""
    if closing and literal[0] in "'\"" and not re.search(r"[\w)]", literal):
        return _QUOTES.sub("['\"]", re.escape(literal))
    return _QUOTES.sub("['\"]?", re.escape(literal))


def _slots(match: re.Match[str], pasted: Pasted) -> dict[str, str]:
    """What the slots held, in the text's own case, each no longer than its line."""
    spans = {name: match.span(name) for name in match.re.groupindex if match.start(name) >= 0}
    return {name: pasted.to_line_end(*span).strip() for name, span in spans.items()}
