"""FastAPI, with Starlette's CORSMiddleware around it: https://fastapi.tiangolo.com/tutorial/cors/"""

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
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

app = FastAPI()


# Routes to try it with: put your own here.
@app.api_route("/ok", methods=["GET", "POST", "PUT", "PATCH", "DELETE"])
def ok():
    return {{"ok": True}}


@app.get("/boom")
def boom():
    raise RuntimeError("boom")


@app.get("/private")
def private():
    return {{"ok": True}}


@app.middleware("http")
async def guard(request: Request, call_next):
    if request.url.path == "/private" and "authorization" not in request.headers:
        return JSONResponse({{"detail": "Unauthorized"}}, status_code=401)
    return await call_next(request)


{snippet}

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))
"""


def snippet(policy: CorsPolicy, remedy: Remedy) -> str:
    """The import, the list and the wrapping."""
    return asgi.snippet(policy, remedy, "fastapi")


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`app.py` and its `requirements.txt`."""
    return python_program(RECIPE, _PROGRAM, policy, version)


def recognise(response: Response) -> str:
    """The JSON of its own errors, or the text that Starlette's middleware refuses a preflight with."""
    for sign in ('{"detail":"Method Not Allowed"}', '{"detail":"Not Found"}', "Disallowed CORS "):
        if response.body.startswith(sign):
            return sign
    return ""


RECIPE = Recipe("fastapi", "python", "app.py", "pip install fastapi", "#", snippet, asgi.PLACEMENTS, asgi.NOTES)

FRAMEWORK = RECIPE.as_framework(
    "FastAPI",
    expected=asgi.expected,
    program=program,
    recognise=recognise,
    rank=20,
)
