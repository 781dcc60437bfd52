"""`FontFace`: a font that a script loads, always asked for with CORS. https://drafts.csswg.org/css-font-loading/"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_URL = re.compile(
    r"""url\(\s*+(?:(?P<quote>["'])(?P<quoted>(?:\\.|(?!(?P=quote)).)*+)(?P=quote)|(?P<bare>[^\s"')]*+))\s*+\)"""
)
_WHOLE_URL = re.compile(r"(?:https?:)?//|\$\{")


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What ``new FontFace(family, "url(…)")`` loads: the first URL of its source that is a whole one."""
    if text(part(call, "constructor")) not in ("FontFace", "window.FontFace"):
        return None
    given = evaluator.values(call)
    if len(given) < 2:
        return None
    for found in _URL.finditer(as_text(given[1])):
        url = re.sub(r"\\(.)", r"\1", found["quoted"] or "") or found["bare"] or ""
        if _WHOLE_URL.match(url):
            return Asked(url, initiator=Initiator.FONT)
    return None


CLIENT = Client("FontFace", asked)
