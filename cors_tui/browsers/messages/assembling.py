"""From the shapes met in a text to one reading a failure: frames open, reasons fill, details are added."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from operator import attrgetter

from cors_tui.browsers.browser import Reading
from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Found, Part
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Refusal

Finder = Callable[[Pasted], Iterator[Found]]
"""Finds every place where one shape stands in a text."""

MOST_FAILURES = 200
"""Failures of one text that are kept; a paste with more repeats itself."""

_EMPTY = Reading("")
_MERGED = tuple(field.name for field in fields(Reading) if field.name not in ("engine", "text", "certain"))
_details = attrgetter(*_MERGED)
_NO_DETAILS = _details(_EMPTY)
_TEXTS = ("url", "origin", "redirected_from", "kind", "value", "network")
_LONGEST_URL = 2000
_URL_BEFORE = re.compile(r"(?:^|[\s'\"(])(?P<url>https?://[^\s'\"]{1,1900}?)[.:,]? \Z")
_MARKDOWN_LINK = re.compile(r"\[?(?P<shown>.*?)'?\]\(.*")


def readings(pasted: Pasted, engine: str, finders: Iterable[Finder]) -> tuple[Reading, ...]:
    """What of a text is one engine's: one reading a failure, in the order of the text; generic ones if nothing else."""
    drafts: list[Reading] = []
    told = Part.DETAIL
    for found in _in_order(pasted, finders):
        part = found.template.part
        said = _said(found, engine, pasted)
        if drafts and _belongs(drafts[-1], said, part, told):
            drafts[-1] = merged(drafts[-1], said)
        else:
            drafts.append(
                said if said.url or part is Part.GENERIC else replace(said, url=_url_just_before(pasted, found))
            )
        told = part
    telling = [draft for draft in drafts if draft.certain]
    return _without_repeats(telling or drafts)[:MOST_FAILURES]


def merged(reading: Reading, more: Reading) -> Reading:
    """`reading` with every empty field filled from `more`."""
    filled = {
        name: getattr(more, name)
        for name in _MERGED
        if not _holds(reading, name) and _holds(more, name) and not (name == "network" and reading.refusal)
    }
    text = reading.text if more.text in reading.text else f"{reading.text}\n{more.text}"
    return replace(reading, **filled, text=text, certain=reading.certain or more.certain)


def agree(reading: Reading, more: Reading) -> bool:
    """No field that both hold differs."""
    pairs = zip(_details(reading), _details(more), _NO_DETAILS, strict=True)
    return all(one == other or none in (one, other) for one, other, none in pairs)


def _holds(reading: Reading, name: str) -> bool:
    return bool(getattr(reading, name) != getattr(_EMPTY, name))


def _belongs(draft: Reading, said: Reading, part: Part, told: Part) -> bool:
    """Whether what is said now is still about the failure that was read last."""
    if part is Part.FRAME and told in (Part.FRAME, Part.GENERIC) and draft.url and not draft.refusal:
        return not (said.url or said.origin)  # the end of a frame whose middle was left out
    if part is Part.FRAME or part is Part.GENERIC:
        return False
    if part is Part.REASON and told is not Part.FRAME and draft.refusal is not None:
        return False
    return agree(draft, said) and (part is not Part.REASON or draft.refusal is None)


def _in_order(pasted: Pasted, finders: Iterable[Finder]) -> list[Found]:
    """Every shape met, by place; one that lies within a longer one is not taken."""
    met = sorted(
        (found for find in finders for found in find(pasted)),
        key=lambda found: (found.start, -found.end),
    )
    kept: list[Found] = []
    for found in met:
        if not kept or found.end > kept[-1].end:
            kept.append(found)
    return kept


def _said(found: Found, engine: str, pasted: Pasted) -> Reading:
    slots = {name: _clean(value) for name, value in found.slots.items()}
    page = parse_url(slots.get("page", ""))
    status = slots.get("status", "").strip("()")
    values: dict[str, object] = {name: slots[name] for name in _TEXTS if name in slots}
    if "address" in slots:
        values["url"] = slots["address"]
    if page:
        values["origin"] = str(page.origin)
    if "about" in slots:
        values["value"] = slots["about"]
    if status.isdecimal() and status.isascii():
        values["status"] = int(status)
    template = found.template
    text = pasted.flat[found.start : found.end].strip()
    made = Reading(engine, template.refusal, text=text, certain=template.part in (Part.FRAME, Part.REASON))
    return replace(made, **{**values, **template.fixed})  # type: ignore[arg-type]


def _url_just_before(pasted: Pasted, found: Found) -> str:
    """The URL that a sentence without its beginning stands behind; "" where none does."""
    begin = max(0, found.start - _LONGEST_URL)
    if pasted.lines.rfind("http", begin, found.start) < 0:
        return ""
    match = _URL_BEFORE.search(pasted.lines, begin, found.start)
    return match["url"] if match else ""


def _clean(value: str) -> str:
    """A quoted text without the quotes, Markdown or dots that pasting put around it."""
    link = _MARKDOWN_LINK.fullmatch(value) if "](" in value else None
    bare = link["shown"] if link else value
    if "://" in bare and bare.strip("'\" ") != bare:
        bare = bare.strip("'\" ")
        bare = bare if bare.endswith("..") else bare.removesuffix(".")
    return "" if not bare.strip(".\u2026'\" ") else bare


def _without_repeats(drafts: Sequence[Reading]) -> tuple[Reading, ...]:
    """One reading where a later one says no more than an earlier of the same refusal."""
    kept: list[Reading] = []
    for draft in drafts[: MOST_FAILURES * 5]:
        for index, earlier in enumerate(kept):
            if draft.refusal is not earlier.refusal:
                continue
            if _says_no_more(draft, earlier):
                kept[index] = merged(earlier, replace(draft, text=earlier.text))
                break
            if draft.refusal is not None and not earlier.url and agree(draft, earlier):
                kept[index] = merged(draft, replace(earlier, text=draft.text))
                break
        else:
            kept.append(draft)
    return tuple(kept)


def _says_no_more(draft: Reading, earlier: Reading) -> bool:
    same = draft.url == earlier.url or not draft.url or (draft.refusal is Refusal.NETWORK and not earlier.url)
    return same and agree(draft, earlier)
