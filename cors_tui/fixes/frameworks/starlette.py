"""Starlette without FastAPI: https://www.starlette.io/middleware/#corsmiddleware"""

from __future__ import annotations

from cors_tui.fixes import asgi
from cors_tui.fixes.framework import Program
from cors_tui.fixes.projects import python_program
from cors_tui.fixes.recipe import Recipe
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response

_PROGRAM = """\
# {install}
import os

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route


# Routes to try it with: put your own here.
async def ok(request):
    return JSONResponse({{"ok": True}})


async def boom(request):
    raise RuntimeError("boom")


async def guard(request, call_next):
    if request.url.path == "/private" and "authorization" not in request.headers:
        return PlainTextResponse("Unauthorized", status_code=401)
    return await call_next(request)


app = Starlette(
    routes=[
        Route("/ok", ok, methods=["GET", "POST", "PUT", "PATCH", "DELETE"]),
        Route("/boom", boom),
        Route("/private", ok),
    ],
    middleware=[Middleware(BaseHTTPMiddleware, dispatch=guard)],
)

{snippet}

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
"""


def snippet(policy: CorsPolicy, remedy: Remedy) -> str:
    """The import, the list and the wrapping."""
    return asgi.snippet(policy, remedy, "starlette")


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`app.py` and its `requirements.txt`."""
    return python_program(RECIPE, _PROGRAM, policy, version)


def recognise(response: Response) -> str:
    """The bare words of its own errors, from uvicorn."""
    if response.headers.get("Server") == "uvicorn" and response.body in ("Not Found", "Method Not Allowed"):
        return response.body
    return ""


RECIPE = Recipe("starlette", "python", "app.py", "pip install starlette", "#", snippet, asgi.PLACEMENTS, asgi.NOTES)

FRAMEWORK = RECIPE.as_framework(
    "Starlette",
    expected=asgi.expected,
    program=program,
    recognise=recognise,
    rank=45,
)
