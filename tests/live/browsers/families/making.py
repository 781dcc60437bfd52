"""What the families share: a page and an API whose server allows all, of which each family spoils one thing."""

from __future__ import annotations

from typing import Any

Case = dict[str, Any]
Pairs = list[list[str]]

APP, API, THIRD = "https://app.example.test", "https://api.example.test", "https://third.test"
DEV, DEV_API = "http://localhost:3000", "http://127.0.0.1:8000"
ORIGIN, CREDENTIALS = "Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"
METHODS, HEADERS = "Access-Control-Allow-Methods", "Access-Control-Allow-Headers"
KEY, AUTH = ["X-API-Key", "1"], ["Authorization", "Bearer t"]


def allow(page: str = APP, *, include: bool = False) -> Pairs:
    """The lines every response needs."""
    return [[ORIGIN, page], *([[CREDENTIALS, "true"]] if include else [])]


def allow_all(page: str = APP, *, include: bool = False) -> Pairs:
    """What a preflight's answer needs for the usual methods and headers."""
    lists = [[METHODS, "GET, POST, PUT, PATCH, DELETE"], [HEADERS, "content-type, x-api-key, authorization"]]
    return [*allow(page, include=include), *lists]


def made(name: str, *, page: str = APP, to: str = API, **given: Any) -> Case:
    """A case named `name` from `page` to `to`; everything is allowed that is not given otherwise.

    `request`, `actual`, `preflight` and `page_headers` are laid over what a right case has; `redirects` and
    `preflights` join the server's answers. ``~`` in a URL stands for the case's own path.
    """
    path = f"/case/{name}"
    request = {
        "api": "fetch", "method": "GET", "url": to if "~" in to else f"{to}~", "headers": [],
        "credentials": "same-origin", "mode": "cors", "redirect": "follow", "body": None, **given.get("request", {}),
    }  # fmt: skip
    request["url"] = request["url"].replace("~", path)
    include = request["credentials"] == "include"
    preflight = {"status": 204, "headers": allow_all(page, include=include), **given.get("preflight", {})}
    actual = {"status": 200, "headers": allow(page, include=include), "body": "ok", **given.get("actual", {})}
    if redirects := given.get("redirects"):
        actual["redirects"] = [{**each, "headers": _in(each["headers"], path), "body": ""} for each in redirects]
    preflight["headers"] = _in(preflight["headers"], path)
    server = {"preflight": preflight, "actual": actual}
    if preflights := given.get("preflights"):
        server["preflights"] = preflights
    case: Case = {"id": name, "page_origin": page, "request": request, "server": server, "tags": given.get("tags", [])}
    if page_headers := given.get("page_headers"):
        case["page"] = {"headers": page_headers}
    case |= given.get("run", {})
    return case


def hop(location: str | None, *, status: int = 302, page: str = APP, include: bool = False, **over: Any) -> Case:
    """A redirect's answer with what the CORS check wants; `location` None leaves it out."""
    lines = [] if location is None else [["Location", location]]
    return {"status": status, "headers": [*over.pop("allowed", allow(page, include=include)), *lines], **over}


def _in(headers: Pairs, path: str) -> Pairs:
    return [[pair[0], *(value.replace("~", path).replace("^",
    path.rpartition("/")[2]) if pair[0] == "Location" else value for value in pair[1:])]
            for pair in headers]  # fmt: skip
