"""What a paste does to the case. Nothing in it is run, fetched or followed."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.inputs.reader import UNKNOWN
from cors_tui.inputs.reading import onto_case, read_input

_KINDS = {"curl": "a curl command", "console": "console lines", "headers": "a response's headers", "url": "a URL"}


def with_paste(case: Case, text: str) -> tuple[Case, str]:
    """The case with what `text` says, and what was understood of it, and what was not, as sentences.

    The text itself is kept whole. Takes time in proportion to its length: call it off the UI thread.
    """
    understood = read_input(text)
    says = understood.says or (
        () if understood.kind == UNKNOWN else (f"Understood: {_KINDS.get(understood.kind, understood.kind)}.",)
    )
    return onto_case(case, text, understood), " ".join((*says, *understood.missed))
