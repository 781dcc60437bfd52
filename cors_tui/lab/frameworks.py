"""How frameworks answer where nobody wrote any code: what the lab's applications look like from outside.

Seen on Express 5.3, FastAPI 0.165 and Hono 4.13; Actix 4 by its source.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass

from cors_tui.lab.scenario import Asked, Reply
from cors_tui.standards.header_list import HeaderPair

_ALLOWED = "GET, HEAD, POST, PUT, PATCH, DELETE"

_EXPRESS_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Error</title>
</head>
<body>
<pre>{}</pre>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Framework:
    """`headers` are on every answer; `not_found` answers unknown paths, `options` an OPTIONS on a known one."""

    headers: tuple[HeaderPair, ...]
    not_found: Callable[[Asked], Reply]
    options: Callable[[Asked], Reply]


def express_error(status: int, says: str) -> Reply:
    """The page Express shows for an error nobody handles."""
    headers = (
        ("Content-Security-Policy", "default-src 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("Content-Type", "text/html; charset=utf-8"),
    )
    return Reply(status, headers, _EXPRESS_PAGE.format(html.escape(says)))


def fastapi_detail(status: int, detail: str, *headers: HeaderPair) -> Reply:
    """The JSON FastAPI answers an error with."""
    return Reply(status, (*headers, ("content-type", "application/json")), f'{{"detail":"{detail}"}}')


def _express_not_found(asked: Asked) -> Reply:
    return express_error(404, f"Cannot {asked.method} {asked.target.partition('?')[0]}")


def _hono_not_found(_asked: Asked) -> Reply:
    return Reply(404, (("content-type", "text/plain; charset=UTF-8"),), "404 Not Found")


FRAMEWORKS = {
    "express": Framework(
        (("X-Powered-By", "Express"),),
        _express_not_found,
        lambda _asked: Reply(200, (("Allow", _ALLOWED), ("Content-Type", "text/html; charset=utf-8")), _ALLOWED),
    ),
    "fastapi": Framework(
        (("server", "uvicorn"),),
        lambda _asked: fastapi_detail(404, "Not Found"),
        lambda _asked: fastapi_detail(405, "Method Not Allowed", ("allow", "GET")),
    ),
    "hono": Framework((), _hono_not_found, _hono_not_found),
    "actix": Framework((), lambda _asked: Reply(404), lambda _asked: Reply(405, (("allow", "GET"),))),
}
