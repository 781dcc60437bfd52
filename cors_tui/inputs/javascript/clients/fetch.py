"""`fetch`, as pages write it and as network panels copy it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Fields, Made, Undefined, Unknown, Value, as_text, shown

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_NAMES = frozenset({"fetch", "window.fetch", "globalThis.fetch", "self.fetch", "$fetch", "ofetch"})


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """https://fetch.spec.whatwg.org/#dom-global-fetch"""
    if text(part(call, "function")) not in _NAMES:
        return None
    given = evaluator.values(call)
    if not given:
        return None
    first, init = given[0], given[1] if len(given) > 1 else UNDEFINED
    if isinstance(first, Made) and first.kind == "Request" and first.given:
        base = Asked(as_text(first.given[0]))
        _take(base, first.given[1] if len(first.given) > 1 else UNDEFINED)
    else:
        base = Asked(as_text(first))
    _take(base, init)
    copied_cookie = any(name.lower() == "cookie" for name, _ in base.headers)  # which no page can write: Node's copy
    if not base.credentials and not copied_cookie:
        base.says.append("The code does not say credentials, so a call to another origin goes without cookies.")
    return base


def _take(made: Asked, init: Value) -> None:
    """Lay one init object over what is known."""
    if isinstance(init, Unknown):
        made.missed.append(f"Not known without running the code: the options ({shown(init.source)[2:-1]}).")
    if not isinstance(init, Fields):
        return
    made.take_unknown(init, "options")
    headers = init.get("headers")
    if not isinstance(headers, Undefined):
        made.headers.clear()
        made.take_headers(headers)
    body = init.get("body")
    made.body = made.body if isinstance(body, Undefined) else body
    for name in ("method", "credentials", "mode", "redirect", "referrer"):
        value = init.get(name)
        if not isinstance(value, Undefined):
            setattr(made, name, as_text(value))


CLIENT = Client("fetch", asked)
