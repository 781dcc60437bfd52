"""Where the server behind the CDN can be reached."""

from __future__ import annotations

import re

from cors_tui.case import Case
from cors_tui.guide.question import Question

_HOST_AND_PORT = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\s:/@\[\]]+):(\d{1,5})")


def _fault(case: Case) -> str:
    text = case.answers.get("origin-server", "")
    found = _HOST_AND_PORT.fullmatch(text)
    if not text or (found and 0 < int(found[2]) < 65536):
        return ""
    return "The origin server's address is HOST:PORT without a scheme, such as 10.0.0.5:8080."


QUESTION = Question(
    name="origin-server",
    label="origin server",
    asks="At which address is the server behind it, if you can reach it?",
    why="Asked directly it shows whether the headers are sent and lost on the way. Host and TLS name stay the same.",
    read=lambda case: case.answers.get("origin-server", ""),
    answer=lambda case, text: case.with_answer("origin-server", text.strip()),
    fault=_fault,
    placeholder="HOST:PORT, leave empty if you cannot reach it",
)
