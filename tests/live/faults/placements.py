"""CORS put in the wrong place, or fed with the wrong thing, as people do it; and what must be said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from cors_tui.case import Call
from cors_tui.standards.header_list import HeaderList
from tests.live.guide.apps import AFTER_APP, AT_END, written
from tests.live.guide.asking import PAGE, get

OTHER = "https://www.example.com"


def simple(url: str) -> Call:
    return get(url, preflighted=False)


def bearing(url: str) -> Call:
    """With a token, so that there is a preflight, which carries none."""
    return Call(url, PAGE, headers=HeaderList((("Authorization", "Bearer t"),)))


@dataclass(frozen=True, slots=True)
class Fault:
    """One application: `pasted` at its marks, started in `environment`; what each call must be told as its first cause
    ("" where all is well and nothing may be found)."""

    framework: str
    pasted: Mapping[str, str]
    told: tuple[tuple[Callable[[str], Call], str], ...]
    path: str = "/users"
    environment: Mapping[str, str] = field(default_factory=dict)
    proxy: str = ""

    def source(self) -> str:
        return written(self.framework, self.pasted, IMPORTS[self.framework])


IMPORTS = {
    "express": "import cors from 'cors';",
    "hono": "import { cors } from 'hono/cors';",
    "fastapi": "from fastapi.middleware.cors import CORSMiddleware\nfrom fastapi.responses import JSONResponse",
}
ALLOWED = "['GET', 'PUT'], allowedHeaders: ['Content-Type', 'Authorization', 'X-API-Key']"


def express(origin: str) -> str:
    """Express with `origin` as the expression for who may call."""
    return f"app.use(cors({{ origin: {origin}, methods: {ALLOWED} }}));"


def hono(origin: str) -> str:
    names = ALLOWED.replace("allowedHeaders", "allowHeaders")
    return f"app.use('*', cors({{ origin: {origin}, allowMethods: {names} }}));"


def fastapi(origins: str) -> str:
    names = 'allow_methods=["GET", "PUT"], allow_headers=["Authorization", "X-API-Key"]'
    return f"app.add_middleware(CORSMiddleware, allow_origins={origins}, {names})"


LISTED = f"['{PAGE}']"
EXPRESS_GUARD = "app.use((req, res, next) => (req.get('Authorization') ? next() : res.sendStatus(401)));"
HONO_GUARD = "app.use('*', (c, next) => (c.req.header('Authorization') ? next() : c.text('Unauthorized', 401)));"
FASTAPI_GUARD = """\
@app.middleware("http")
async def guard(request: Request, call_next):
    if "authorization" not in request.headers:
        return JSONResponse({"detail": "Unauthorized"}, status_code=401)
    return await call_next(request)
"""
EXPRESS_CRASH = "app.use((req, res, next) => { if (req.path === '/users') throw new Error('no database'); next(); });"
HONO_CRASH = "app.use('/users', () => { throw new Error('no database'); });"
THROWS = f"(o, cb) => (o === '{OTHER}' || !o ? cb(null, true) : cb(new Error('Not allowed by CORS')))"
HONO_THROWS = f"(o) => {{ if (o && o !== '{OTHER}') throw new Error('Not allowed by CORS'); return o; }}"
SPLIT = "(process.env.CORS_ORIGINS ?? '').split(',')"
WITH_SPACE = MappingProxyType({"CORS_ORIGINS": f"{OTHER}, {PAGE}"})

FAULTS: dict[str, Fault] = {
    "express, all in place": Fault(
        "express", {AFTER_APP: f"{express(LISTED)}\n{EXPRESS_GUARD}"}, ((simple, ""), (bearing, ""))
    ),
    "express, an error behind it": Fault("express", {AFTER_APP: express(LISTED)}, ((simple, ""), (get, "")), "/boom"),
    "express, authentication before it": Fault(
        "express",
        {AFTER_APP: f"{EXPRESS_GUARD}\n{express(LISTED)}"},
        ((bearing, "auth-before-cors"), (simple, "auth-before-cors")),
    ),
    "express, a route before it": Fault(
        "express",
        {AT_END: express(LISTED)},
        ((get, "route-before-middleware"), (simple, "route-before-middleware")),
    ),
    "express, a router before it": Fault(
        "express",
        {AFTER_APP: "const api = express.Router();\napi.get('/users', (req, res) => res.json([]));\napp.use(api);\n"
         + express(LISTED)},
        ((get, "route-before-middleware"), (simple, "route-before-middleware")),
    ),
    "express, a route that adds its own": Fault(
        "express",
        {AFTER_APP: f"{express(LISTED)}\napp.use((req, res, next) => {{\n"
         "  if (req.method !== 'OPTIONS') res.append('Access-Control-Allow-Origin', '*');\n  next();\n});"},
        ((simple, "doubled-by-two-layers"), (get, "doubled-by-two-layers")),
    ),
    "express, another one after it": Fault(
        "express",
        {AFTER_APP: f"{express(LISTED)}\n{express(repr(OTHER))}"},
        ((simple, "two-places-disagree"), (get, "two-places-disagree")),
    ),
    "express, and nginx adds it, too": Fault(
        "express", {AFTER_APP: express(LISTED)},
        ((simple, "doubled-by-two-layers"), (get, "doubled-by-two-layers")), proxy="broken/double",
    ),
    "express, an exception before it": Fault(
        "express",
        {AFTER_APP: f"{EXPRESS_CRASH}\n{express(LISTED)}"},
        ((simple, "error-without-headers"), (get, "preflight-500")),
    ),
    "express, callback(new Error)": Fault(
        "express", {AFTER_APP: express(THROWS)}, ((get, "callback-error"), (simple, "callback-error"))
    ),
    "express, callback(new Error) in production": Fault(
        "express",
        {AFTER_APP: express(THROWS)},
        ((get, "callback-error"), (simple, "callback-error")),
        environment=MappingProxyType({"NODE_ENV": "production"}),
    ),
    "express, the variable is not set": Fault(
        "express",
        {AFTER_APP: express("process.env.CORS_ORIGIN")},
        ((get, "no-allow-origin"), (simple, "no-allow-origin")),
    ),
    "express, the list is not set": Fault(
        "express", {AFTER_APP: express(SPLIT)}, ((get, "origin-not-in-list"), (simple, "origin-not-in-list"))
    ),
    "express, a space in the list": Fault(
        "express",
        {AFTER_APP: express(SPLIT)},
        ((get, "origin-not-in-list"), (simple, "origin-not-in-list")),
        environment=WITH_SPACE,
    ),
    "hono, all in place": Fault("hono", {AFTER_APP: f"{hono(LISTED)}\n{HONO_GUARD}"}, ((simple, ""), (bearing, ""))),
    "hono, an error behind it": Fault("hono", {AFTER_APP: hono(LISTED)}, ((simple, ""), (get, "")), "/boom"),
    "hono, authentication before it": Fault(
        "hono",
        {AFTER_APP: f"{HONO_GUARD}\n{hono(LISTED)}"},
        ((bearing, "auth-before-cors"), (simple, "auth-before-cors")),
    ),
    "hono, a route before it": Fault(
        "hono", {AT_END: hono(LISTED)}, ((get, "route-before-middleware"), (simple, "route-before-middleware"))
    ),
    "hono, and nginx adds it, too": Fault(
        "hono", {AFTER_APP: hono(LISTED)},
        ((simple, "doubled-by-two-layers"), (get, "doubled-by-two-layers")), proxy="broken/double",
    ),
    "hono, an exception before it": Fault(
        "hono",
        {AFTER_APP: f"app.onError((e, c) => new Response('broken', {{ status: 500 }}));\n{HONO_CRASH}\n{hono(LISTED)}"},
        ((simple, "error-without-headers"), (get, "preflight-500")),
    ),
    "hono, the origin function throws": Fault(
        "hono", {AFTER_APP: hono(HONO_THROWS)}, ((get, "callback-error"), (simple, "callback-error"))
    ),
    "hono, the variable is not set": Fault(
        "hono",
        {AFTER_APP: hono("process.env.CORS_ORIGIN")},
        ((get, "everything-fails"), (simple, "everything-fails")),
    ),
    "hono, the list is not set": Fault(
        "hono", {AFTER_APP: hono(SPLIT)}, ((get, "origin-not-in-list"), (simple, "origin-not-in-list"))
    ),
    "fastapi, all in place": Fault(
        "fastapi", {AFTER_APP: f"{FASTAPI_GUARD}\n{fastapi(LISTED)}"}, ((simple, ""), (bearing, ""))
    ),
    "fastapi, authentication around it": Fault(
        "fastapi",
        {AFTER_APP: f"{fastapi(LISTED)}\n{FASTAPI_GUARD}"},
        ((bearing, "auth-before-cors"), (simple, "auth-before-cors")),
    ),
    "fastapi, and nginx adds it, too": Fault(
        "fastapi", {AFTER_APP: fastapi(LISTED)},
        ((simple, "doubled-by-two-layers"), (get, "doubled-by-two-layers")), proxy="broken/double",
    ),
    "fastapi, an exception nobody catches": Fault(
        "fastapi",
        {AFTER_APP: fastapi(LISTED)},
        ((get, "error-without-headers"), (simple, "error-without-headers")),
        "/boom",
    ),
    "fastapi, the list is not set": Fault(
        "fastapi",
        {AFTER_APP: fastapi('os.environ.get("CORS_ORIGINS", "").split(",")')},
        ((get, "origin-refused"), (simple, "origin-not-in-list")),
    ),
    "fastapi, another one around it": Fault(
        "fastapi",
        {AFTER_APP: f"{fastapi(LISTED)}\n{fastapi(repr([OTHER]))}"},
        ((get, "origin-refused"),),
    ),
}  # fmt: skip
