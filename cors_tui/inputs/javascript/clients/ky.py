"""ky, a small client over fetch. https://github.com/sindresorhus/ky"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked, joined, with_query
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Fields, Made, Undefined, Unknown, as_json, as_text

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_METHODS = frozenset({"get", "post", "put", "patch", "delete", "head"})


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What a call of ky, or of an instance that `ky.create` or `ky.extend` made, asks for."""
    function = part(call, "function")
    member = function is not None and function.type == "member_expression"
    owner = part(function, "object") if member and function is not None else function
    name = text(part(function, "property")) if member and function is not None else "get"
    base = _base(owner, evaluator)
    given = evaluator.values(call)
    if base is None or name not in _METHODS or not given:
        return None
    own = given[1] if len(given) > 1 else UNDEFINED
    options = Fields(base.members | own.members, [*base.unknown, *own.unknown]) if isinstance(own, Fields) else base
    made = _made(as_text(given[0]), name if member else _method(options), options)
    made.take_unknown(own if isinstance(own, Unknown) else UNDEFINED, "options")
    return made


def _base(owner: Node | None, evaluator: Evaluator) -> Fields | None:
    if owner is None:
        return None
    if text(owner) == "ky":
        return Fields()
    made = evaluator.value(owner)
    if isinstance(made, Made) and made.kind == "ky" and isinstance(made.given[0], Fields):
        return made.given[0]
    return None


def _method(options: Fields) -> str:
    return as_text(options.get("method")) if "method" in options.members else "get"


def _made(url: str, method: str, options: Fields) -> Asked:
    prefix = options.get("prefixUrl", "prefix")
    whole = joined("" if isinstance(prefix, Undefined) else as_text(prefix), url)
    made = Asked(with_query(whole, options.get("searchParams")), method.upper())
    made.take_unknown(options, "options")
    made.take_headers(options.get("headers"))
    made.body = options.get("body")
    if "json" in options.members:
        made.body, made.content_type = as_json(options.get("json")), "application/json"
    for name in ("credentials", "mode", "redirect"):
        value = options.get(name)
        if not isinstance(value, Undefined):
            setattr(made, name, as_text(value))
    return made


CLIENT = Client("ky", asked)
