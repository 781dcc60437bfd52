"""Tags of a page that load something from elsewhere: images, scripts, style sheets, and links that preload.

https://html.spec.whatwg.org/#cors-settings-attribute
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import islice

from cors_tui.case import Call
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.standards.cors_settings import by_crossorigin
from cors_tui.standards.request import Initiator

_TAG = re.compile(
    r"<(img|script|link)(?=[\s/])((?:[^<>\"']++|\"[^\"]{0,4000}+\"|'[^']{0,4000}+'){1,200}+)>", re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]++)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'<>]++)))?")
_ELSEWHERE = re.compile(r"(?:https?:)?//", re.IGNORECASE)

_SCRIPTS = {"": Initiator.SCRIPT, "text/javascript": Initiator.SCRIPT, "application/javascript": Initiator.SCRIPT,
            "module": Initiator.MODULE}  # fmt: skip
"""By the type of a script; every other is data, and loads nothing."""

_PRELOADS = {"script": Initiator.SCRIPT, "style": Initiator.STYLESHEET, "image": Initiator.IMAGE,
             "font": Initiator.FONT, "fetch": Initiator.FETCH}  # fmt: skip
"""By the attribute ``as`` of a link that preloads. https://html.spec.whatwg.org/#link-type-preload"""

_MOST = 100


def claim(text: str) -> float:
    """A tag that loads from elsewhere; the scripts beside it, which ask more, are code."""
    found = next(_calls(text), None)
    if found is None:
        return 0.0
    return 0.75 if text.lstrip().startswith("<") else 0.5


def read(text: str) -> Understood:
    """Every such tag, in its order."""
    calls = tuple(islice(_calls(text), _MOST + 1))
    missed = (f"Only the first {_MOST} tags were read.",) if len(calls) > _MOST else ()
    return Understood("code", calls[:_MOST], missed=missed)


def _calls(text: str) -> Iterator[Call]:
    for found in _TAG.finditer(_without_comments(text)):
        given = {name.lower(): unescape(a or b or c) for name, a, b, c in reversed(_ATTRIBUTE.findall(found[2]))}
        url = given.get("href" if found[1].lower() == "link" else "src", "").strip()
        initiator = _initiator(found[1].lower(), given)
        if initiator is not None and _ELSEWHERE.match(url):
            mode, credentials = by_crossorigin(initiator, given.get("crossorigin"))
            yield Call(url, mode=mode, credentials=credentials, initiator=initiator)


def _without_comments(text: str) -> str:
    first, *rest = text.split("<!--")
    return first + "".join(part.partition("-->")[2] for part in rest)


def _initiator(name: str, given: Mapping[str, str]) -> Initiator | None:
    """What the tag asks as; None where it asks nobody, or for what is no case of ours."""
    if name == "img":
        return Initiator.IMAGE
    if name == "script":
        return _SCRIPTS.get(given.get("type", "").strip().lower())
    relations = given.get("rel", "").lower().split()
    if "stylesheet" in relations:
        return Initiator.STYLESHEET
    if "modulepreload" in relations:
        return Initiator.MODULE
    return _PRELOADS.get(given.get("as", "").lower()) if "preload" in relations else None


READER = Reader("code", claim, read)
