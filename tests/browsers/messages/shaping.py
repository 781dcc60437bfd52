"""What the tests of the shapes share: values for every slot, and one shape looked for in a text."""

from __future__ import annotations

from cors_tui.browsers.messages.pasted import Pasted
from cors_tui.browsers.messages.template import Template

FILLED = {
    "url": "https://api.example/x?y=1",
    "target": "https://third.example/z",
    "redirected_from": "https://app.example/first",
    "origin": "https://app.example",
    "page": "https://app.example/",
    "kind": "fetch",
    "status": "503",
    "value": "VALUE",
    "about": "X-About",
    "reason": "Service Unavailable",
}


def finds(shape: Template, text: str) -> dict[str, str] | None:
    """What a shape's slots hold in a text; None where it is not found."""
    found = next(shape.find(Pasted.of(text)), None)
    return None if found is None else dict(found.slots)
