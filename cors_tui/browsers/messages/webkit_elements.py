"""What Safari says of an element that does not take what came."""

from __future__ import annotations

import re

from cors_tui.browsers.browser import ConsoleLine
from cors_tui.browsers.messages import webkit_shapes as shapes
from cors_tui.browsers.messages.lines import line
from cors_tui.standards.element import MIME
from cors_tui.standards.request import Initiator, Request
from cors_tui.standards.verdict import Failure, Refusal

_FURTHER = re.compile(r"[;,]")
_Lines = tuple[ConsoleLine, ...]


def wrong_type(failure: Failure, request: Request) -> _Lines:
    """A type that the element does not take, named without its parameters; of images and fonts nothing is told."""
    kind = _FURTHER.split(failure.got or "", maxsplit=1)[0].strip()
    asked = request.url.href if request.url else failure.url  # of a redirect nothing is told
    match request.initiator:
        case Initiator.SCRIPT if failure.step is MIME:
            return (line(shapes.NO_SCRIPT_TYPE, url=asked, value=kind),)
        case Initiator.SCRIPT:
            return (line(shapes.REASONS[Refusal.WRONG_TYPE], url=asked),)
        case Initiator.STYLESHEET if failure.status and failure.status >= 400:
            return ()
        case Initiator.STYLESHEET:
            return (line(shapes.WRONG_STYLE_TYPE, url=asked),)
        case Initiator.EVENT_SOURCE:
            return (line(shapes.WRONG_STREAM_TYPE, value=kind or "application/octet-stream"),)
        case Initiator.MODULE | Initiator.IMPORT:
            return (line(shapes.WRONG_SCRIPT_TYPE, value=kind if "/" in kind else "text/plain"),)
    return ()
