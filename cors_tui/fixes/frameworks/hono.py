"""Hono on Node, with its own `cors` middleware: https://hono.dev/docs/middleware/builtin/cors"""

from __future__ import annotations

from cors_tui.fixes import literals
from cors_tui.fixes.framework import Expected, Program
from cors_tui.fixes.grants import Asked, everybody, lets_in, listed_expose, listed_headers, listed_methods
from cors_tui.fixes.javascript import NO_HEADERS, OptionNames, allowed_origins, array, expressions, options
from cors_tui.fixes.projects import node_program
from cors_tui.fixes.recipe import Recipe
from cors_tui.fixes.runtime_methods import node_limits
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

PLACEMENTS = {
    Remedy.SEND_POLICY: "Right after `const app = new Hono()`, before every route: a route that is registered earlier "
    "answers without the headers, although its preflight passes.",
    Remedy.ANSWER_PREFLIGHT: "Right after `const app = new Hono()`, before authentication: it answers OPTIONS itself, "
    "and a preflight carries no credentials for a guard to look at.",
    Remedy.KEEP_ON_ERRORS: "Right after `const app = new Hono()`, for all paths: what 404, `onError` and a thrown "
    "error answer then carries the headers, too.",
    Remedy.SEND_ONCE: "Right after `const app = new Hono()`, as the only place: take every other `cors()`, every "
    "`c.header('Access-Control-...')` and the proxy's own lines out.",
    Remedy.STOP_REDIRECT: "Right after `const app = new Hono()`, before whatever redirects: a preflight must be "
    "answered where it was asked.",
    Remedy.VARY_ON_ORIGIN: "Right after `const app = new Hono()`: with a list or a function it adds `Vary: Origin` to "
    "every answer.",
}

NOTES = (
    "Hono 4.6 and older answer an unknown origin with the first of the list, and before 4.10.3 Vary is wrong: upgrade.",
    "Never let `origin` be undefined: every request would end in a 500. An empty list means nobody.",
    "With `allowHeaders` left out or empty Hono allows every header that is asked for.",
)

OPTION_NAMES = OptionNames("allowMethods", "allowHeaders", "exposeHeaders")

ROUTES = """\
// Routes to try it with: put your own here.
app.on(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], '/ok', (c) => c.json({{ ok: true }}));
app.get('/boom', () => {{
  throw new Error('boom');
}});
app.use('/private', (c, next) => (c.req.header('Authorization') ? next() : c.text('Unauthorized', 401)));
app.get('/private', (c) => c.json({{ ok: true }}));
"""

_PROGRAM = (
    """\
// {install}
import {{ serve }} from '@hono/node-server';
import {{ Hono }} from 'hono';

const app = new Hono();

{snippet}

"""
    + ROUTES
    + """
const port = Number(process.env.PORT ?? 3000);
serve({{ fetch: app.fetch, hostname: '127.0.0.1', port }}, () => console.log(`http://127.0.0.1:${{port}}`));
"""
)


def snippet(policy: CorsPolicy, _: Remedy) -> str:
    """The import and the one `app.use`."""
    return written(policy, _origin(policy))


def written(policy: CorsPolicy, origin: str, *, per_request: bool = False) -> str:
    """The import, the lists, and the `app.use` with `origin` as the expression for who may call.

    `per_request`: the environment comes with each request only.
    """
    lines = ["import { cors } from 'hono/cors';", ""]
    if not everybody(policy):
        lines += [allowed_origins(policy, with_patterns=False, per_request=per_request)]
        lines += [f"const allowedPatterns = {array(expressions(policy))};"] if expressions(policy) else []
        lines.append("")
    chosen = [("origin", origin), *options(policy, OPTION_NAMES, NO_HEADERS)]
    body = "".join(f"  {name}: {value},\n" for name, value in chosen)
    return "\n".join([*lines, f"app.use('*', cors({{\n{body}}}));"])


def _origin(policy: CorsPolicy) -> str:
    if everybody(policy):
        return literals.javascript("*")
    if not expressions(policy):
        return "allowedOrigins"
    test = "allowedOrigins.includes(origin) || allowedPatterns.some((pattern) => pattern.test(origin))"
    return f"(origin) =>\n    {test} ? origin : null"


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:  # noqa: ARG001 - Hono treats all alike
    """It answers every OPTIONS as a preflight, on any path; Node writes the names in lower case, sorted."""
    asked = Asked.of(wire)
    headers: dict[str, str] = {}
    if everybody(policy):
        headers["access-control-allow-origin"] = "*"
    elif asked.origin is not None and lets_in(policy, asked.origin):
        headers["access-control-allow-origin"] = asked.origin
    vary = [] if everybody(policy) else ["Origin"]
    if policy.credentials:
        headers["access-control-allow-credentials"] = "true"
    if listed_expose(policy):
        headers["access-control-expose-headers"] = ",".join(listed_expose(policy))
    if asked.options:
        headers["access-control-allow-methods"] = ",".join(listed_methods(policy))
        headers["access-control-allow-headers"] = ",".join(listed_headers(policy) or NO_HEADERS)
        headers |= {} if policy.max_age is None else {"access-control-max-age": str(policy.max_age)}
        vary.append("Access-Control-Request-Headers")
    headers |= {"vary": ", ".join(vary)} if vary else {}
    return Expected(HeaderList.of(sorted(headers.items())), 204 if asked.options else None)


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`app.mjs` and its `package.json`."""
    return node_program(RECIPE, _PROGRAM, policy, version)


def recognise(response: Response) -> str:
    """The text of its own 404."""
    return "404 Not Found" if response.status == 404 and response.body == "404 Not Found" else ""


RECIPE = Recipe(
    "hono",
    "javascript",
    "app.mjs",
    "npm install hono",
    "//",
    snippet,
    PLACEMENTS,
    NOTES,
    limits=node_limits,
)

FRAMEWORK = RECIPE.as_framework(
    "Hono",
    expected=expected,
    program=program,
    recognise=recognise,
    rank=30,
    aliases=("hono-node",),
)
