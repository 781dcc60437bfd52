"""axios: its calls, its instances, and its defaults. https://axios-http.com/docs/req_config"""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from cors_tui.inputs.javascript.asked import Asked, joined, with_query
from cors_tui.inputs.javascript.client import Client
from cors_tui.inputs.javascript.syntax import part, text
from cors_tui.inputs.javascript.values import UNDEFINED, Fields, Made, Undefined, Value, as_json, as_text
from cors_tui.standards.request import Initiator

if TYPE_CHECKING:
    from tree_sitter import Node

    from cors_tui.inputs.javascript.evaluating import Evaluator

_WITHOUT_BODY = frozenset({"get", "delete", "head", "options"})
_WITH_BODY = frozenset({"post", "put", "patch", "postForm", "putForm", "patchForm"})
_FORM = "application/x-www-form-urlencoded"
_METHODS = ("common", "get", "post", "put", "patch", "delete", "head", "options")


def asked(call: Node, evaluator: Evaluator) -> Asked | None:
    """What a call of axios, or of an instance that `axios.create` made, asks for."""
    function = part(call, "function")
    owner, name = _owner_and_method(function)
    base = _base(owner, evaluator) if owner is not None else None
    if base is None:
        return None
    given = evaluator.values(call)
    config, data = _config(name, given)
    if config is None:
        return None
    made = _made(_over(base, config), name, data)
    if evaluator.names.calls_of(f"{text(owner)}.interceptors.request"):
        made.missed.append("The client has interceptors, which can change the request: they are not run.")
    return made


def _owner_and_method(function: Node | None) -> tuple[Node | None, str]:
    """The client and the method's name; "request" where the client itself is called."""
    if function is not None and function.type == "member_expression":
        return part(function, "object"), text(part(function, "property"))
    return function, "request"


def _base(owner: Node, evaluator: Evaluator) -> Fields | None:
    """The defaults of axios or of an instance; None when `owner` is neither."""
    name = text(owner)
    if name == "axios":
        return _defaults("axios", evaluator)
    made = evaluator.value(owner)
    if isinstance(made, Made) and made.kind == "axios" and isinstance(made.given[0], Fields):
        return _over(_over(_defaults("axios", evaluator), made.given[0]), _defaults(name, evaluator))
    return None


def _defaults(name: str, evaluator: Evaluator) -> Fields:
    """What is assigned to ``axios.defaults…``."""
    found, headers = Fields(), Fields()
    for assignment in evaluator.names.assignments:
        left = part(assignment, "left")
        path = text(left)[:120]
        if not path.startswith(f"{name}.defaults.") or left is None:
            continue
        key = path.removeprefix(f"{name}.defaults.")
        value = evaluator.value(part(assignment, "right"))
        if key.startswith("headers"):
            index = part(left, "index")
            last = as_text(evaluator.value(index)) if index is not None else key.rpartition(".")[2]
            headers.members[last] = value
        else:
            found.members[key] = value
    if headers.members:
        found.members["headers"] = headers
    return found


def _config(name: str, given: list[Value]) -> tuple[Fields | None, Value]:
    """The call's own configuration with its URL, and its data."""
    first = given[0] if given else UNDEFINED
    rest = given[1:]
    if name in _WITH_BODY:
        data, options = (rest[0] if rest else UNDEFINED), rest[1:]
    elif name in _WITHOUT_BODY:
        data, options = UNDEFINED, rest
    elif name == "request":
        data, options = UNDEFINED, rest
        if isinstance(first, Fields):
            return first, first.get("data")
    else:
        return None, UNDEFINED
    if isinstance(first, Undefined):
        return None, UNDEFINED
    config = Fields({"url": first})
    for each in options[:1]:
        if isinstance(each, Fields):
            config = _over(each, config)
        else:
            config.unknown.append(as_text(each)[2:-1])
    return config, data if name in _WITH_BODY else config.get("data")


def _over(below: Fields, above: Fields) -> Fields:
    """One configuration over another; headers are joined."""
    headers = [each for each in (below.get("headers"), above.get("headers")) if isinstance(each, Fields)]
    members = below.members | above.members
    if headers:
        members["headers"] = Fields({n: v for each in headers for n, v in each.members.items()},
                                    [text for each in headers for text in each.unknown])  # fmt: skip
    return Fields(members, [*below.unknown, *above.unknown])


def _made(config: Fields, name: str, data: Value) -> Asked:
    base = config.get("baseURL")
    url = as_text(config.get("url")) if "url" in config.members else ""
    method = as_text(config.get("method")) if "method" in config.members else "GET"
    method = method if name == "request" else name.removesuffix("Form")
    made = Asked(with_query(joined("" if isinstance(base, Undefined) else as_text(base), url), config.get("params")))
    made.method, made.initiator = method.upper(), Initiator.XHR
    made.credentials = "include" if config.get("withCredentials") is True else ""
    made.take_unknown(config, "configuration")
    made.take_headers(_flat(config.get("headers")))
    _take_auth(made, config.get("auth"))
    _take_data(made, data, as_form=name.endswith("Form"))
    if not made.credentials:
        made.says.append("The code does not say withCredentials, so a call to another origin goes without cookies.")
    return made


def _flat(headers: Value) -> Value:
    """Headers without the groups (``common``, ``post``, …) that defaults have."""
    if not isinstance(headers, Fields):
        return headers
    flat = Fields({}, headers.unknown)
    for name, value in headers.members.items():
        if name in _METHODS and isinstance(value, Fields):
            flat.members |= value.members
        else:
            flat.members[name] = value
    return flat


def _take_auth(made: Asked, auth: Value) -> None:
    if isinstance(auth, Fields):
        pair = f"{as_text(auth.get('username'))}:{as_text(auth.get('password'))}"
        made.headers.append(("Authorization", "Basic " + base64.b64encode(pair.encode("utf-8", "replace")).decode()))


def _take_data(made: Asked, data: Value, *, as_form: bool) -> None:
    """axios sends objects as JSON, and calls a text a form where the code names no type."""
    if as_form and isinstance(data, Fields):
        made.body = Made("FormData", (data,))
    elif isinstance(data, Fields | list):
        kind = next((value for name, value in made.headers if name.lower() == "content-type"), "")
        made.body = Made("URLSearchParams", (data,)) if kind.startswith(_FORM) else as_json(data)
        made.content_type = "" if kind.startswith(_FORM) else "application/json"
    elif isinstance(data, str):
        made.body, made.content_type = data, _FORM
    else:
        made.body = data


CLIENT = Client("axios", asked)
