"""One thing that is wrong with what a person typed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `field` is url, origin, method, headers, body, mode, credentials, redirect, connect_to,
    resolve or proxy.

    `text` is what was typed there (secrets masked), `problem` one sentence that says what is wrong and where, `remedy`
    one that says what to do. `place` is where in `text` it begins, None for all of it. With `is_error` nothing can be
    asked before it is mended; without, it is only worth knowing. `suggestion` is the mended text, "" when unknown.
    """

    field: str
    text: str
    problem: str
    remedy: str
    place: int | None = None
    is_error: bool = True
    suggestion: str = ""

    @property
    def sentence(self) -> str:
        return f"{self.problem} {self.remedy}"


def shown(text: str, limit: int = 80) -> str:
    """`text` in quotes for a sentence, shortened in its middle."""
    if len(text) > limit:
        text = f"{text[: limit // 2]}…{text[-limit // 4 :]}"
    return f"“{text}”"
