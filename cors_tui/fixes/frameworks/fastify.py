"""Fastify, with @fastify/cors: https://github.com/fastify/fastify-cors#options"""

from __future__ import annotations

from cors_tui.fixes.framework import Expected, Program
from cors_tui.fixes.grants import Asked, everybody, lets_in, listed_expose, listed_headers, listed_methods
from cors_tui.fixes.javascript import NO_HEADERS, OptionNames, allowed_origins, one_list, options
from cors_tui.fixes.projects import node_program
from cors_tui.fixes.recipe import Recipe
from cors_tui.fixes.runtime_methods import node_limits
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

_AT_ROOT = "Right after the application is made, at its root and not inside another plugin"
PLACEMENTS = {
    Remedy.SEND_POLICY: f"{_AT_ROOT}: inside a plugin the preflight passes, but other routes lack the headers.",
    Remedy.ANSWER_PREFLIGHT: f"{_AT_ROOT}, before the hooks of authentication: hooks run in the order they were added, "
    "and a preflight carries no credentials for a guard to look at.",
    Remedy.KEEP_ON_ERRORS: f"{_AT_ROOT}: its hook runs first, so 404 and 500 carry the headers, too.",
    Remedy.SEND_ONCE: f"{_AT_ROOT}, as the only place: take every `reply.header('access-control-...')` and the proxy's "
    "own lines out.",
    Remedy.STOP_REDIRECT: f"{_AT_ROOT}, before whatever redirects: a preflight must be answered where it was asked.",
    Remedy.VARY_ON_ORIGIN: f"{_AT_ROOT}: with a list it adds `Vary: Origin` to every answer; a route's own "
    "`reply.header('Vary', ...)` overwrites it.",
}

NOTES = (
    "@fastify/cors 10 and newer allow only GET, HEAD and POST unless `methods` is set.",
    "Never let `origin` be undefined or empty text: every request would end in a 500.",
    "An OPTIONS without Origin or Access-Control-Request-Method is answered 400 `Invalid Preflight Request`.",
)

OPTION_NAMES = OptionNames("methods", "allowedHeaders", "exposedHeaders")

_PROGRAM = """\
// {install}
import Fastify from 'fastify';

const app = Fastify();

{snippet}

// Routes to try it with: put your own here. They take any body, of whatever type.
app.removeAllContentTypeParsers();
app.addContentTypeParser('*', {{ parseAs: 'string' }}, (request, body, done) => done(null, body));
app.addHook('onRequest', async (request, reply) => {{
  if (request.url === '/private' && !request.headers.authorization) return reply.code(401).send('Unauthorized');
}});
const ok = async () => ({{ ok: true }});
app.route({{ method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], url: '/ok', handler: ok }});
app.get('/boom', async () => {{
  throw new Error('boom');
}});
app.get('/private', ok);

const port = Number(process.env.PORT ?? 3000);
await app.listen({{ host: '127.0.0.1', port }});
"""


def snippet(policy: CorsPolicy, _: Remedy) -> str:
    """The import and the registration."""
    lines = ["import cors from '@fastify/cors';", ""]
    if not everybody(policy):
        lines += [allowed_origins(policy, with_patterns=True), ""]
    written = [("origin", one_list(policy)), *options(policy, OPTION_NAMES, NO_HEADERS)]
    body = "".join(f"  {name}: {value},\n" for name, value in written)
    return "\n".join([*lines, f"await app.register(cors, {{\n{body}}});"])


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:  # noqa: ARG001 - Fastify treats all alike
    """It answers every OPTIONS itself: 204 to a preflight, 400 to any other."""
    asked = Asked.of(wire)
    headers: list[tuple[str, str]] = []
    if everybody(policy):
        headers.append(("access-control-allow-origin", "*"))
    else:
        headers.append(("vary", "Origin"))
        if asked.origin is not None and lets_in(policy, asked.origin):
            headers.append(("access-control-allow-origin", asked.origin))
    headers += [("access-control-allow-credentials", "true")] if policy.credentials else []
    exposed = ", ".join(listed_expose(policy))
    headers += [("access-control-expose-headers", exposed)] if exposed else []
    if not asked.options:
        return Expected(HeaderList.of(headers))
    if not asked.origin or not asked.method:
        return Expected(HeaderList.of(headers), 400)
    headers.append(("access-control-allow-methods", ", ".join(listed_methods(policy))))
    headers.append(("access-control-allow-headers", ", ".join(listed_headers(policy) or NO_HEADERS)))
    headers += [] if policy.max_age is None else [("access-control-max-age", str(policy.max_age))]
    return Expected(HeaderList.of(headers), 204)


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`app.mjs` and its `package.json`."""
    return node_program(RECIPE, _PROGRAM, policy, version)


def recognise(response: Response) -> str:
    """The words of its own 404 and of its refused preflight."""
    if response.status == 404 and response.body.startswith('{"message":"Route '):
        return '{"message":"Route '
    return response.body if response.status == 400 and response.body == "Invalid Preflight Request" else ""


RECIPE = Recipe(
    "fastify",
    "javascript",
    "app.mjs",
    "npm install @fastify/cors",
    "//",
    snippet,
    PLACEMENTS,
    NOTES,
    limits=node_limits,
)

FRAMEWORK = RECIPE.as_framework(
    "Fastify",
    expected=expected,
    program=program,
    recognise=recognise,
    rank=50,
)
