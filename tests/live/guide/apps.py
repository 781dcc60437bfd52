"""Small applications as people have them, with a mark where a snippet goes; started on loopback as they are."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

from cors_tui.fixes.versions import stack_of
from tests.live import toolchains
from tests.live.frameworks import serving

EXPRESS = """\
import express from 'express';
{imports}
const app = express();
// HERE: right after the app is made
app.use(express.json());
app.route('/users').get((req, res) => res.json([{{ id: 1 }}])).put((req, res) => res.json(req.body));
app.get('/boom', () => {{ throw new Error('boom'); }});
// HERE: at the end of the routes
app.listen(Number(process.env.PORT), '127.0.0.1');
"""

HONO = """\
import {{ serve }} from '@hono/node-server';
import {{ Hono }} from 'hono';
{imports}
const app = new Hono();
// HERE: right after the app is made
app.get('/users', (c) => c.json([{{ id: 1 }}]));
app.put('/users', async (c) => c.json(await c.req.json()));
app.get('/boom', () => {{ throw new Error('boom'); }});
// HERE: at the end of the routes
serve({{ fetch: app.fetch, hostname: '127.0.0.1', port: Number(process.env.PORT) }});
"""

FASTAPI = """\
import os
from fastapi import FastAPI, Request
{imports}
app = FastAPI()
# HERE: right after the app is made

@app.get("/users")
def users():
    return [{{"id": 1}}]

@app.put("/users")
def change(user: dict):
    return user

@app.get("/boom")
def boom():
    raise RuntimeError("boom")

# HERE: at the end of the routes
"""

AFTER_APP = "HERE: right after the app is made"
AT_END = "HERE: at the end of the routes"

UVICORN = 'exec .venv/bin/python -m uvicorn --host 127.0.0.1 --port "$PORT" app:app'
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Kind:
    """How an application of one framework is written and started."""

    framework: str
    source: str
    filename: str
    start: tuple[str, ...]


KINDS = {
    "express": Kind("express", EXPRESS, "app.mjs", ("node", "app.mjs")),
    "fastapi": Kind("fastapi", FASTAPI, "app.py", ("sh", "-c", UVICORN)),
    "hono": Kind("hono", HONO, "app.mjs", ("node", "app.mjs")),
}


def written(framework: str, pasted: Mapping[str, str] = NOTHING, imports: str = "") -> str:
    """The application of `framework` with each of `pasted` put in place of the mark that it is keyed by."""
    lines = KINDS[framework].source.format(imports=imports).splitlines()
    marks = {mark: text for mark, text in pasted.items() if any(mark in line for line in lines)}
    assert len(marks) == len(pasted), f"the application has no place for {set(pasted) - set(marks)}"
    found = (next((text for mark, text in pasted.items() if mark in line), line) for line in lines)
    return "\n".join(found) + "\n"


@contextmanager
def booted(framework: str, source: str, environment: Mapping[str, str] = NOTHING) -> Generator[int]:
    """Start `source` with the newest packages that the fixes were run on, until the block ends; its port."""
    kind, stack = KINDS[framework], stack_of(framework)
    with serving.scratch() as folder:
        (folder / kind.filename).write_text(source, encoding="utf-8")
        if kind.filename.endswith(".py"):
            (folder / ".venv").symlink_to(toolchains.venv(stack))
        else:
            (folder / "node_modules").symlink_to(toolchains.node_modules(stack))
        with serving.started(list(kind.start), folder, environment) as port:
            yield port
