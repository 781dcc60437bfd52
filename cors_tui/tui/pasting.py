"""What a paste does to the case. Nothing in it is run, fetched or followed."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case
from cors_tui.standards.url import parse_url


def with_paste(case: Case, text: str) -> tuple[Case, str]:
    """The case with what `text` says, and what was understood in one sentence. The text itself is kept whole."""
    case = replace(case, pasted=(*case.pasted, text))
    line = text.strip()
    url = parse_url(line) if "\n" not in line else None
    if url is None or not url.is_http:
        return case, "Not understood; the text is kept. Paste a URL, a curl command or the console's red line."
    return case.with_call(replace(case.call, url=line)), "Understood: a URL."
