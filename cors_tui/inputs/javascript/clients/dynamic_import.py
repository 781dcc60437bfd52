"""``import()`` of a whole URL: a module, always asked for with CORS. https://html.spec.whatwg.org/#hostloadimportedmodule"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part
from cors_tui.inputs.javascript.values import UNDEFINED, as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_WHOLE_URL = re.compile(r"(?:https?:)?//")


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What ``import("https://…")`` asks for; a path or a package's name is the page's own, and bundled."""
    function = part(call, "function")
    if function is None or function.type != "import":
        return None
    url = as_text(next(iter(evaluator.values(call)), UNDEFINED))
    return Asked(url, initiator=Initiator.IMPORT) if _WHOLE_URL.match(url) else None


CLIENT = Client("import()", asked)
