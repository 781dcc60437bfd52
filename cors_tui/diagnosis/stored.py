"""How a cache says that it stands there, and that an answer is one it kept."""

from __future__ import annotations

import re

from cors_tui.standards.response import Answer, Response

_MARKS = ("age", "x-cache", "cf-cache-status", "x-cache-status", "x-vercel-cache", "cache-status", "x-varnish")
"""Headers that caches add, in lower case."""

_HIT = re.compile(r"\bhit\b", re.IGNORECASE)


def stored_marks(answer: Answer | None) -> tuple[str, ...]:
    """The headers by which `answer` says that a cache kept it, in lower case; empty when none does.

    https://www.rfc-editor.org/rfc/rfc9111#name-age
    https://www.rfc-editor.org/rfc/rfc9211#name-the-hit-parameter
    """
    if not isinstance(answer, Response):
        return ()
    return tuple(name for name in _MARKS if _says_stored(name, (answer.headers.get(name) or "").strip()))


def _says_stored(name: str, value: str) -> bool:
    """Varnish names two requests where the answer is that to an earlier one."""
    if name == "age":
        return value.isdecimal() and value.strip("0") != ""
    return len(value.split()) == 2 if name == "x-varnish" else _HIT.search(value) is not None
