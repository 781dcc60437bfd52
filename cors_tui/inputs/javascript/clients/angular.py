"""Angular's HttpClient, where it is a member of a class. https://angular.dev/guide/http/making-requests"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked, with_query
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Fields, Made, Undefined, Value, as_json, as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_CALLED = re.compile(r"this\.[\w$]*[hH]ttp[\w$]*\.(get|delete|head|options|jsonp|post|put|patch|request)")
_WITH_BODY = ("post", "put", "patch")


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What ``this.http.get(url, options)`` and its like ask for."""
    found = _CALLED.fullmatch(text(part(call, "function")))
    given = evaluator.values(call)
    if found is None or not given:
        return None
    method, rest = found[1], given
    if method == "request" and len(given) > 1:
        method, rest = as_text(given[0]), given[1:]
    made = Asked(as_text(rest[0]), method=method.upper(), initiator=Initiator.XHR)
    takes_body = method.lower() in _WITH_BODY and found[1] != "request"
    options = _at(rest, 2 if takes_body else 1)
    body = _at(rest, 1) if takes_body else UNDEFINED
    if isinstance(options, Fields):
        _take(made, options)
        body = options.get("body") if isinstance(body, Undefined) else body
    _take_body(made, body)
    return made


def _at(given: list[Value], place: int) -> Value:
    return given[place] if place < len(given) else UNDEFINED


def _take(made: Asked, options: Fields) -> None:
    made.take_unknown(options, "options")
    made.take_headers(options.get("headers"))
    made.url = with_query(made.url, options.get("params"))
    if options.get("withCredentials") is True:
        made.credentials = "include"


def _take_body(made: Asked, body: Value) -> None:
    """HttpClient sends objects as JSON, and says so. https://angular.dev/api/common/http/HttpRequest"""
    if isinstance(body, Fields | list):
        made.body, made.content_type = as_json(body), "application/json"
    elif isinstance(body, Made) or (isinstance(body, str) and body):
        made.body, made.content_type = body, "text/plain" if isinstance(body, str) else ""


CLIENT = Client("Angular HttpClient", asked)
