"""Express 5 and 4, with the `cors` middleware: https://github.com/expressjs/cors#configuration-options"""

from __future__ import annotations

from cors_tui.fixes.framework import Expected, Program
from cors_tui.fixes.grants import Asked, everybody, lets_in, listed_expose, listed_headers, listed_methods
from cors_tui.fixes.javascript import OptionNames, allowed_origins, one_list, options
from cors_tui.fixes.projects import node_program
from cors_tui.fixes.recipe import Recipe
from cors_tui.fixes.runtime_methods import node_limits
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Response

PLACEMENTS = {
    Remedy.SEND_POLICY: "Right after `const app = express()`, before every other `app.use` and every route: what is "
    "registered earlier answers without the headers.",
    Remedy.ANSWER_PREFLIGHT: "Right after `const app = express()`, before authentication: it answers OPTIONS itself, "
    "and a preflight carries no credentials for a guard to look at.",
    Remedy.KEEP_ON_ERRORS: "Right after `const app = express()`, before what can throw: the headers are set before the "
    "handler runs, and the error handler at the end keeps them.",
    Remedy.SEND_ONCE: "Right after `const app = express()`, as the only place that sets them: take every other "
    "`cors()`, every `res.set('Access-Control-...')` and the proxy's own lines out.",
    Remedy.STOP_REDIRECT: "Right after `const app = express()`, before whatever redirects: a preflight must be "
    "answered where it was asked, and no browser follows a redirect of one.",
    Remedy.VARY_ON_ORIGIN: "Right after `const app = express()`: a list makes `cors` send `Vary: Origin` with every "
    "answer; elsewhere add with `res.vary(...)`, since `res.set('Vary', ...)` overwrites it.",
}

NOTES = (
    "Express 5: do not add `app.options('*', cors())`; that path crashes the program at start. This answers OPTIONS.",
    "Express 4: catch what an async handler throws and pass it to `next`, or the request is never answered at all.",
    "With require: `const cors = require('cors');`.",
)

OPTION_NAMES = OptionNames("methods", "allowedHeaders", "exposedHeaders")

_PROGRAM = """\
// {install}
import express from 'express';

const app = express();

{snippet}

// Routes to try it with: put your own here.
const ok = (req, res) => res.json({{ ok: true }});
app.route('/ok').get(ok).post(ok).put(ok).patch(ok).delete(ok);
app.get('/boom', () => {{
  throw new Error('boom');
}});
app.use('/private', (req, res, next) => (req.get('Authorization') ? next() : res.sendStatus(401)));
app.get('/private', ok);

const port = Number(process.env.PORT ?? 3000);
app.listen(port, '127.0.0.1', () => console.log(`http://127.0.0.1:${{port}}`));
"""


def snippet(policy: CorsPolicy, _: Remedy) -> str:
    """The import and the one `app.use`."""
    lines = ["import cors from 'cors';", ""]
    if not everybody(policy):
        lines += [allowed_origins(policy, with_patterns=True), ""]
    written = [("origin", one_list(policy)), *options(policy, OPTION_NAMES)]
    body = "".join(f"  {name}: {value},\n" for name, value in written)
    return "\n".join([*lines, f"app.use(cors({{\n{body}}}));"])


def expected(policy: CorsPolicy, wire: WireRequest, status: int) -> Expected:  # noqa: ARG001 - Express treats all alike
    """It answers every OPTIONS as a preflight, on any path; denied origins get everything but the one header."""
    asked = Asked.of(wire)
    headers: list[tuple[str, str]] = []
    if everybody(policy):
        headers.append(("Access-Control-Allow-Origin", "*"))
    else:
        if asked.origin is not None and lets_in(policy, asked.origin):
            headers.append(("Access-Control-Allow-Origin", asked.origin))
        headers.append(("Vary", "Origin"))
    if policy.credentials:
        headers.append(("Access-Control-Allow-Credentials", "true"))
    if asked.options:
        headers += _preflight_headers(policy)
    if listed_expose(policy):
        headers.append(("Access-Control-Expose-Headers", ",".join(listed_expose(policy))))
    return Expected(HeaderList.of(headers), 204 if asked.options else None)


def _preflight_headers(policy: CorsPolicy) -> list[tuple[str, str]]:
    headers = [("Access-Control-Allow-Methods", ",".join(listed_methods(policy)))]
    if listed_headers(policy):
        headers.append(("Access-Control-Allow-Headers", ",".join(listed_headers(policy))))
    if policy.max_age is not None:
        headers.append(("Access-Control-Max-Age", str(policy.max_age)))
    return headers


def program(policy: CorsPolicy, version: str = "") -> Program:
    """`app.mjs` and its `package.json`."""
    return node_program(RECIPE, _PROGRAM, policy, version)


def recognise(response: Response) -> str:
    """`X-Powered-By: Express`, or the page of its own 404."""
    if response.headers.get("X-Powered-By") == "Express":
        return "X-Powered-By: Express"
    for sign in ("<pre>Cannot GET /", "<pre>Cannot OPTIONS /", "<pre>Cannot POST /"):
        if sign in response.body and response.status == 404:
            return sign
    return ""


RECIPE = Recipe(
    "express",
    "javascript",
    "app.mjs",
    "npm install cors",
    "//",
    snippet,
    PLACEMENTS,
    NOTES,
    limits=node_limits,
)

FRAMEWORK = RECIPE.as_framework(
    "Express",
    expected=expected,
    program=program,
    recognise=recognise,
    rank=10,
    aliases=("express5", "express4"),
)
