"""What FastAPI and Starlette share: Starlette's CORSMiddleware around the whole application.

https://www.starlette.io/middleware/#corsmiddleware
"""

from __future__ import annotations

from cors_tui.fixes import literals
from cors_tui.fixes.framework import Expected
from cors_tui.fixes.grants import (
    Asked,
    everybody,
    lets_in,
    listed_expose,
    listed_headers,
    listed_methods,
    listed_origins,
    listed_patterns,
)
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest

DEFAULT_MAX_AGE = 600
SAFELISTED_HEADERS = ("Accept", "Accept-Language", "Content-Language", "Content-Type")
EVERY_METHOD = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "QUERY")
PREFLIGHT_VARY = (
    "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network"
)

PLACEMENTS = {
    Remedy.SEND_POLICY: "At the end of the module that uvicorn loads, after every route and `add_middleware`: the "
    "wrapped application is then the outermost layer, and covers the 500 of an exception, too.",
    Remedy.ANSWER_PREFLIGHT: "At the end of the module that uvicorn loads, around all other middleware: the preflight "
    "is answered before authentication, for which it carries nothing.",
    Remedy.KEEP_ON_ERRORS: "At the end of the module that uvicorn loads, around the application instead of in "
    "`add_middleware`: the 500 of an unhandled exception is made outside of every middleware that was added.",
    Remedy.SEND_ONCE: "At the end of the module that uvicorn loads, as the only place: take every "
    "`add_middleware(CORSMiddleware, ...)`, every header set by hand and the proxy's own lines out.",
    Remedy.STOP_REDIRECT: "At the end of the module that uvicorn loads; then declare each route at exactly the URL "
    "that the page calls, since a slash too few or too many is no longer redirected.",
    Remedy.VARY_ON_ORIGIN: "At the end of the module that uvicorn loads: around everything, it adds `Vary: Origin` to "
    "every answer.",
}

NOTES = (
    "Starlette 0.50 and older send no `Vary: Origin` to denied origins and without Origin: upgrade before caching.",
    "Give `allow_origins` a list: a string is searched for the origin's text, and `https://app.example.co` would pass.",
    "Starlette always sends Access-Control-Max-Age (600 when none is given) and always allows Content-Type.",
    "After the last line `app` is the middleware: add routes before it.",
)

_FROM_ENVIRONMENT = """\
# For example {name}={example}
allowed_origins = [
    origin
    for entry in os.environ.get({literal}, "").split(",")
    if "://" in (origin := entry.strip().rstrip("/"))  # drops empty entries, `*` and `null`; empty means nobody
]"""


def snippet(policy: CorsPolicy, remedy: Remedy, package: str) -> str:
    """The import, the list and the wrapping; `package` is where the middleware is imported from."""
    lines = ["import os", ""] if policy.from_env else []
    lines += [f"from {package}.middleware.cors import CORSMiddleware", ""]
    if not everybody(policy):
        lines += [_allowed_origins(policy), ""]
    if remedy is Remedy.STOP_REDIRECT:
        lines.append("app.router.redirect_slashes = False")
    arguments = "".join(f"    {name}={value},\n" for name, value in _arguments(policy))
    return "\n".join([*lines, f"app = CORSMiddleware(\n    app,\n{arguments})"])


def _allowed_origins(policy: CorsPolicy) -> str:
    if not policy.from_env:
        return f"allowed_origins = {_list(listed_origins(policy))}"
    example = ",".join(listed_origins(policy)) or "https://app.example.com,https://admin.example.com"
    return _FROM_ENVIRONMENT.format(name=policy.from_env, example=example, literal=literals.python(policy.from_env))


def _list(values: tuple[str, ...], indent: str = "") -> str:
    written = [literals.python(value) for value in values]
    line = f"[{', '.join(written)}]"
    if len(line) <= 64:
        return line
    return "[\n" + "".join(f"{indent}    {value},\n" for value in written) + f"{indent}]"


def _arguments(policy: CorsPolicy) -> list[tuple[str, str]]:
    arguments = [("allow_origins", '["*"]' if everybody(policy) else "allowed_origins")]
    patterns = listed_patterns(policy)
    if patterns:
        # The middleware matches the whole origin, so the alternatives need no anchors.
        regex = "|".join(pattern.regex for pattern in patterns)
        arguments.append(("allow_origin_regex", literals.python(regex)))
    arguments.append(("allow_methods", _list(listed_methods(policy), "    ")))
    if policy.headers:
        arguments.append(("allow_headers", _list(_headers(policy), "    ")))
    if listed_expose(policy):
        arguments.append(("expose_headers", _list(listed_expose(policy), "    ")))
    if policy.credentials:
        arguments.append(("allow_credentials", "True"))
    if policy.max_age is not None:
        arguments.append(("max_age", str(policy.max_age)))
    return arguments


def _headers(policy: CorsPolicy) -> tuple[str, ...]:
    """The allowed headers, those that the middleware adds anyway in its own case, so that none is listed twice."""
    own = {name.lower(): name for name in SAFELISTED_HEADERS}
    return tuple(own.get(name.lower(), name) for name in listed_headers(policy))


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:  # noqa: ARG001 - it treats all alike
    """It answers OPTIONS with Origin and Access-Control-Request-Method itself, and adds to every other answer."""
    asked = Asked.of(wire)
    if asked.options and asked.origin is not None and asked.method is not None:
        return _preflight(policy, asked)
    return Expected(HeaderList.of(_actual(policy, asked)))


def _actual(policy: CorsPolicy, asked: Asked) -> list[tuple[str, str]]:
    headers: list[tuple[str, str]] = []
    if asked.origin is not None:
        headers += [("access-control-allow-origin", "*")] if everybody(policy) else []
        headers += [("access-control-allow-credentials", "true")] if policy.credentials else []
        exposed = ", ".join(listed_expose(policy))
        headers += [("access-control-expose-headers", exposed)] if exposed else []
        if not everybody(policy) and lets_in(policy, asked.origin):
            headers.append(("access-control-allow-origin", asked.origin))
    return [*headers, ("vary", "Origin")]


def _preflight(policy: CorsPolicy, asked: Asked) -> Expected:
    origin = asked.origin or ""
    methods = EVERY_METHOD if "*" in policy.methods else listed_methods(policy)
    allowed = sorted({*SAFELISTED_HEADERS, *_headers(policy)})
    any_header = "*" in policy.headers
    headers = [("vary", PREFLIGHT_VARY)]
    headers += [("access-control-allow-origin", "*")] if everybody(policy) else []
    headers.append(("access-control-allow-methods", ", ".join(methods)))
    headers.append(("access-control-max-age", str(DEFAULT_MAX_AGE if policy.max_age is None else policy.max_age)))
    headers += [] if any_header else [("access-control-allow-headers", ", ".join(allowed))]
    headers += [("access-control-allow-credentials", "true")] if policy.credentials else []
    if not everybody(policy) and lets_in(policy, origin):
        headers.append(("access-control-allow-origin", origin))
    if any_header and asked.headers is not None:
        headers.append(("access-control-allow-headers", asked.headers))
    known = {name.lower() for name in allowed}
    passes = lets_in(policy, origin) and asked.method in methods and (any_header or set(asked.header_names) <= known)
    return Expected(HeaderList.of(headers), 200 if passes and not asked.private_network else 400)
