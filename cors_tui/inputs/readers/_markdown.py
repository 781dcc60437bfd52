"""Code and commands out of the text that people write around them: Markdown's fences and spans, a page's scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FENCED = re.compile(r"^[ \t>]*(`{3,}|~{3,})[^\n`]*\n(.*?)(?:^[ \t>]*\1[ \t]*$|\Z)", re.DOTALL | re.MULTILINE)
_SPAN = re.compile(r"(?<![`\w])`([^`\n]{4,8000})`(?![`\w])")
_SCRIPT = re.compile(r"<script\b[^>]*>(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE)


def pieces(text: str) -> Iterator[str]:
    """Every fenced block, else every script of HTML, else every code span; nothing for a text that has none."""
    for pattern in (_FENCED, _SCRIPT, _SPAN):
        found = [match[match.re.groups] for match in pattern.finditer(text)]
        if found:
            yield from found
            return


def within(text: str, wanted: re.Pattern[str]) -> str:
    """The pieces of `text` that hold what is wanted, one below the other; `text` itself where none does."""
    held = [piece for piece in pieces(text) if wanted.search(f"{piece}\n")]
    return "\n".join(held) if held else text
