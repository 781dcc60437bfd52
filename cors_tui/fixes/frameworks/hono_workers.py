"""Hono on Cloudflare Workers, where the environment comes with each request.

https://hono.dev/docs/getting-started/cloudflare-workers
"""

from __future__ import annotations

from dataclasses import replace

from cors_tui.fixes import literals
from cors_tui.fixes.framework import Expected, Program
from cors_tui.fixes.frameworks import hono
from cors_tui.fixes.grants import everybody
from cors_tui.fixes.projects import node_program
from cors_tui.fixes.recipe import Recipe
from cors_tui.fixes.runtime_methods import workers_limits
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

NOTES = (
    "With Wrangler the variable stands under `[vars]`; it reaches the code by `c.env`, not by `process.env`.",
    *hono.NOTES,
)

_PROGRAM = (
    """\
// {install}
import {{ Hono }} from 'hono';

const app = new Hono();

{snippet}

"""
    + hono.ROUTES
    + """
export default app;
"""
)

_CONFIG = """\
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [(name = "main", worker = .app)],
  sockets = [(name = "http", address = "127.0.0.1:8787", http = (), service = "main")],
);

const app :Workerd.Worker = (
  modules = [(name = "worker", esModule = embed "bundle.mjs")],
  bindings = [(name = "{name}", fromEnvironment = "{name}")],
  compatibilityDate = "2026-11-01",
);
"""

_START = """\
#!/bin/sh
# What Wrangler does when it deploys: one file of it all. Then the runtime itself, without its wrapper.
set -eu
node_modules/.bin/esbuild worker.mjs --bundle --format=esm --outfile=bundle.mjs --log-level=warning
exec "$(node -p 'require("workerd").default')" serve config.capnp --socket-addr "http=127.0.0.1:${PORT:-8787}"
"""


def snippet(policy: CorsPolicy, _: Remedy) -> str:
    """The import and the one `app.use`."""
    return hono.written(policy, _origin(policy), per_request=True)


def _origin(policy: CorsPolicy) -> str:
    if everybody(policy):
        return literals.javascript("*")
    if not (policy.from_env or policy.patterns):
        return "allowedOrigins"
    listed = "allowedOrigins(c.env)" if policy.from_env else "allowedOrigins"
    patterns = " || allowedPatterns.some((pattern) => pattern.test(origin))" if policy.patterns else ""
    parameters = "(origin, c)" if policy.from_env else "(origin)"
    return f"{parameters} =>\n    {listed}.includes(origin){patterns} ? origin : null"


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:
    """As on Node, but the runtime writes Access-Control-Allow-Origin and Vary first, and the names as they were set."""
    on_node = hono.expected(policy, wire, status)
    first = ("Access-Control-Allow-Origin", "Vary")
    pairs = [(name.title(), value) for name, value in on_node.headers]
    ordered = sorted(pairs, key=lambda pair: (first.index(pair[0]) if pair[0] in first else len(first), pair[0]))
    return Expected(HeaderList.of(ordered), on_node.status)


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`worker.mjs`, its `package.json`, and what runs it here: the runtime of Workers, without an account."""
    node = node_program(RECIPE, _PROGRAM, policy, version)
    own = {"config.capnp": _CONFIG.format(name=policy.from_env or "CORS_ORIGINS"), "start.sh": _START}
    return replace(node, files={**node.files, **own}, start=("sh", "start.sh"), by_hand=())


def recognise(response: Response) -> str:
    """Hono's 404, handed out by Cloudflare."""
    return hono.recognise(response) if "cf-ray" in response.headers else ""


RECIPE = Recipe(
    "hono_workers",
    "javascript",
    "worker.mjs",
    "npm install hono",
    "//",
    snippet,
    hono.PLACEMENTS,
    NOTES,
    limits=workers_limits,
)

FRAMEWORK = RECIPE.as_framework(
    "Hono on Workers",
    expected=expected,
    program=program,
    recognise=recognise,
    rank=35,
    aliases=("hono-workers", "workers"),
)
