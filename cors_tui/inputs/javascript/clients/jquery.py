"""jQuery: $.ajax and its short forms. https://api.jquery.com/jQuery.ajax/"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked, form_body, with_query
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Fields, Undefined, Unknown, Value, as_json, as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_NAMES = {f"{owner}.{name}": name for owner in ("$", "jQuery") for name in ("ajax", "get", "post", "getJSON")}
_FORM = "application/x-www-form-urlencoded; charset=UTF-8"


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What ``$.ajax``, ``$.get``, ``$.post`` or ``$.getJSON`` asks for."""
    name = _NAMES.get(text(part(call, "function")))
    given = evaluator.values(call)
    if name is None or not given:
        return None
    settings = _settings(name, given)
    method = settings.get("method", "type")
    made = Asked(as_text(settings.get("url")), initiator=Initiator.XHR)
    made.method = "GET" if isinstance(method, Undefined) else as_text(method).upper()
    made.take_unknown(settings, "settings")
    made.take_headers(settings.get("headers"))
    fields = settings.get("xhrFields")
    if isinstance(fields, Fields) and fields.get("withCredentials") is True:
        made.credentials = "include"
    _take_data(made, settings)
    if settings.get("dataType") == "jsonp":
        made.says.append("JSONP is a script element, where CORS plays no part; it was read as if it were a request.")
    return made


def _settings(name: str, given: list[Value]) -> Fields:
    """The settings, whichever way they were given: an object, or a URL and more."""
    first, second = given[0], given[1] if len(given) > 1 else UNDEFINED
    settings = Fields({"method": "POST" if name == "post" else "GET"} if name != "ajax" else {})
    if isinstance(first, Fields):
        return Fields(settings.members | first.members, first.unknown)
    settings.members["url"] = first
    if name == "ajax" and isinstance(second, Fields):
        return Fields(settings.members | second.members, second.unknown)
    if name != "ajax" and not (isinstance(second, Unknown) and "=>" in second.source):
        settings.members["data"] = second
    return settings


def _take_data(made: Asked, settings: Fields) -> None:
    """Into the query for GET and HEAD, into the body otherwise, as a form where the code names no type."""
    data, kind = settings.get("data"), settings.get("contentType")
    if isinstance(data, Undefined):
        return
    if made.method in ("GET", "HEAD"):
        made.url = with_query(made.url, data)
        return
    as_is = settings.get("processData") is False
    json_text = isinstance(data, Fields) and isinstance(kind, str) and "json" in kind and as_is
    made.body = as_json(data) if json_text else form_body(data)
    if kind is not False:
        made.content_type = _FORM if isinstance(kind, Undefined) else as_text(kind)


CLIENT = Client("jQuery", asked)
