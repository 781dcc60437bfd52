"""The servers behind the proxies: the lab's own, byte for byte, and a real Express; each right about CORS."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from cors_tui.lab.scenario import Asked, Handler, Reply
from cors_tui.lab.server import LabServer
from tests.live.guide.apps import booted

PAGES = ("http://localhost:5173", "https://app.example.com")
SLOW_SECONDS = 1.3
"""Longer than the proxies that are told to be impatient wait."""

EXPRESS = """\
import express from 'express';
import cors from 'cors';
const app = express();
const rules = cors({
  origin: ['http://localhost:5173', 'https://app.example.com'], credentials: true, maxAge: 600,
  methods: ['GET', 'POST', 'PUT', 'DELETE'], allowedHeaders: ['Content-Type', 'Authorization', 'X-API-Key'],
});
app.use(rules);
const users = (req, res) => res.json([{ id: 1 }]);
const stored = (req, res, next) => { res.set('Cache-Control', 'public, max-age=60'); next(); };
app.route('/users').get(users).put(users);
app.get('/slow', (req, res) => setTimeout(() => users(req, res), 1300));
app.get('/stored', stored, (req, res) => { res.removeHeader('Vary'); users(req, res); });
app.get('/varied', stored, users);
app.get('/fails', () => { throw new Error('fails'); });
app.listen(Number(process.env.PORT), '127.0.0.1');
"""


def complete(asked: Asked) -> Reply:
    """An application that owns CORS: every status carries the headers, and Vary goes with them."""
    allowed = (
        (("Access-Control-Allow-Origin", asked.origin), ("Access-Control-Allow-Credentials", "true"))
        if asked.origin in PAGES
        else ()
    )
    if asked.is_preflight:
        lists = (
            ("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE"),
            ("Access-Control-Allow-Headers", "Content-Type, Authorization, X-API-Key"),
            ("Access-Control-Max-Age", "600"),
        )
        return Reply(204, (("Server", "uvicorn"), *allowed, *lists, ("Vary", "Origin")))
    reply = bare(asked)
    vary = () if asked.target.startswith("/stored") else (("Vary", "Origin"),)
    return Reply(reply.status, (*reply.headers, *allowed, *vary), reply.body, delay=reply.delay)


def bare(asked: Asked) -> Reply:
    """The same application without any CORS: what a proxy that owns CORS has behind it."""
    path = asked.target.partition("?")[0]
    headers = (("Server", "uvicorn"), ("Content-Type", "application/json"))
    if path in ("/stored", "/varied"):
        return Reply(200, (*headers, ("Cache-Control", "public, max-age=60")), "[]")
    if path == "/slow":
        return Reply(200, headers, "[]", delay=SLOW_SECONDS)
    if path == "/fails":
        return Reply(500, headers, "{}")
    return Reply(200, headers, "[]") if path in ("/users", "/users/") else Reply(404, headers, "{}")


HANDLERS: dict[str, Handler | None] = {"complete": complete, "bare": bare, "nobody": None}


@asynccontextmanager
async def origin(name: str) -> AsyncIterator[int]:
    """Run the server called `name` (one of `HANDLERS`, or ``express``) until the block ends; its port."""
    if name == "express":
        with booted("express", EXPRESS) as port:
            yield port
        return
    async with LabServer({name: HANDLERS[name]}) as server:
        yield server.ports[name]
