"""What the servers of the lab do: an application of routes, and layers around it.

A layer takes a handler and gives one, as middleware does. `api` reads outermost first, in the order a person writes
the layers down.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from cors_tui.case import Call
from cors_tui.lab.frameworks import FRAMEWORKS
from cors_tui.lab.scenario import Asked, Handler, Ports, Reply, ask
from cors_tui.policy import CorsPolicy, respond
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.request import CredentialsMode, Role, WireRequest
from cors_tui.standards.url import Url, parse_url

Layer = Callable[[Handler], Handler]
Test = Callable[[Asked], bool]

PAGE = "http://localhost:3000"
"""The page of most scenarios: a development server."""

ALLOW_ORIGIN = "Access-Control-Allow-Origin"
ALLOW_METHODS = "Access-Control-Allow-Methods"
ALLOW_HEADERS = "Access-Control-Allow-Headers"
ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials"
MAX_AGE = "Access-Control-Max-Age"

BEARER = ("Authorization", "Bearer practice-token")
JSON_BODY = ("Content-Type", "application/json")


def json_reply(body: str, *headers: HeaderPair, status: int = 200) -> Reply:
    """A reply of JSON text."""
    return Reply(status, (("Content-Type", "application/json; charset=utf-8"), *headers), body)


def html_reply(body: str, *headers: HeaderPair, status: int = 200) -> Reply:
    """A reply of an HTML page."""
    return Reply(status, (("Content-Type", "text/html; charset=utf-8"), *headers), body)


def redirect(status: int, location: str) -> Reply:
    """A redirect without anything else."""
    return Reply(status, (("Location", location),))


def api(framework: str, routes: Mapping[str, Reply], *layers: Layer) -> Handler:
    """An application on `framework` that replies on `routes` (by path), inside `layers`, the outermost first.

    Whatever nobody wrote (unknown paths, OPTIONS on a route, the headers on every answer) is as the framework does it.
    """
    known = FRAMEWORKS[framework]

    def routed(asked: Asked) -> Reply:
        reply = routes.get(asked.target.partition("?")[0])
        if reply is None:
            return known.not_found(asked)
        return known.options(asked) if asked.method == "OPTIONS" else reply

    return layered(routed, adding(*known.headers), *layers)


def layered(handler: Handler, *layers: Layer) -> Handler:
    """`handler` inside `layers`, the outermost first."""
    for layer in reversed(layers):
        handler = layer(handler)
    return handler


def always(_asked: Asked) -> bool:
    return True


def is_preflight(asked: Asked) -> bool:
    return asked.is_preflight


def is_options(asked: Asked) -> bool:
    return asked.method == "OPTIONS"


def is_ok(reply: Reply) -> bool:
    return reply.status < 400


def has_no_token(asked: Asked) -> bool:
    return "authorization" not in asked.headers


def answering(test: Test, reply: Reply) -> Layer:
    """A layer that answers itself where `test` holds: what is inside never hears of it."""

    def layer(inner: Handler) -> Handler:
        async def answer(asked: Asked) -> Reply:
            return reply if test(asked) else await ask(inner, asked)

        return answer

    return layer


def adding(*pairs: HeaderPair, to: Callable[[Reply], bool] = lambda _reply: True) -> Layer:
    """A layer that adds headers to the replies from inside, doubling what is there already."""

    def layer(inner: Handler) -> Handler:
        async def answer(asked: Asked) -> Reply:
            reply = await ask(inner, asked)
            return replace(reply, headers=(*reply.headers, *pairs)) if to(reply) else reply

        return answer

    return layer


def dropping(prefix: str) -> Layer:
    """A layer that takes away every header whose name begins with `prefix` (any case)."""

    def layer(inner: Handler) -> Handler:
        async def answer(asked: Asked) -> Reply:
            reply = await ask(inner, asked)
            kept = tuple(pair for pair in reply.headers if not pair[0].lower().startswith(prefix.lower()))
            return replace(reply, headers=kept)

        return answer

    return layer


def allowing(*everywhere: HeaderPair, preflight: tuple[HeaderPair, ...] = (), status: int = 204) -> Layer:
    """CORS written by hand: `everywhere` on every reply, and preflights answered with `preflight` besides."""

    def layer(inner: Handler) -> Handler:
        answered = answering(is_preflight, Reply(status, preflight))
        return adding(*everywhere)(answered(inner))

    return layer


def reflecting(*preflight: HeaderPair) -> Layer:
    """CORS that answers every page with its own origin, and forgets to say so with Vary."""

    def layer(inner: Handler) -> Handler:
        async def answer(asked: Asked) -> Reply:
            reply = Reply(204, preflight) if asked.is_preflight else await ask(inner, asked)
            if not asked.origin:
                return reply
            return replace(reply, headers=(*reply.headers, (ALLOW_ORIGIN, asked.origin)))

        return answer

    return layer


def listing(*origins: str, preflight: tuple[HeaderPair, ...] = ()) -> Layer:
    """CORS from a list: a page that is on it gets its own origin, any other the rest without it."""

    def layer(inner: Handler) -> Handler:
        async def answer(asked: Asked) -> Reply:
            reply = Reply(204, preflight) if asked.is_preflight else await ask(inner, asked)
            allowed = ((ALLOW_ORIGIN, asked.origin),) if asked.origin in origins else ()
            return replace(reply, headers=(*reply.headers, *allowed, ("Vary", "Origin")))

        return answer

    return layer


def by_policy(policy: CorsPolicy) -> Layer:
    """CORS done right: what an ideal server with `policy` answers, on preflights and on everything else."""

    def layer(inner: Handler) -> Handler:
        async def answer(asked: Asked) -> Reply:
            reply = Reply(204) if asked.is_preflight else await ask(inner, asked)
            return replace(reply, headers=(*reply.headers, *respond(policy, wire_of(asked))))

        return answer

    return layer


def wire_of(asked: Asked) -> WireRequest:
    """What the lab was asked, in the words of the standard."""
    role = Role.PREFLIGHT if asked.is_preflight else Role.ACTUAL
    carries = "cookie" in asked.headers or "authorization" in asked.headers
    return WireRequest(role, 0, asked.method, _url_of(asked), asked.headers, credentials=carries)


def _url_of(asked: Asked) -> Url:
    host = asked.headers.get("host") or f"localhost:{asked.port}"
    url = parse_url(f"http://{host}{asked.target}") or parse_url(f"http://localhost:{asked.port}/")
    assert url is not None
    return url


def calls(
    path: str,
    *headers: HeaderPair,
    method: str = "GET",
    origin: str = PAGE,
    scheme: str = "http",
    host: str = "localhost",
    server: str = "edge",
    body: str | None = None,
    credentials: CredentialsMode = CredentialsMode.SAME_ORIGIN,
    page_headers: Callable[[Ports], tuple[HeaderPair, ...]] = lambda _ports: (),
) -> Callable[[Ports], Call]:
    """The call of a page at `origin`, which came with `page_headers`, to `path` on one of the scenario's servers: the
    edge if no other is named."""

    def call(ports: Ports) -> Call:
        url = f"{scheme}://{host}:{getattr(ports, server)}{path}"
        came_with = HeaderList(page_headers(ports))
        return Call(url, origin, method, HeaderList(headers), body, credentials, page_headers=came_with)

    return call


def serves(handler: Handler) -> Callable[[Ports], dict[str, Handler]]:
    """A broken side that is one server."""
    return lambda _ports: {"edge": handler}


def follows(make: Callable[[CorsPolicy], Handler]) -> Callable[[Ports, CorsPolicy], dict[str, Handler]]:
    """A repaired side that is one server, made from the policy."""
    return lambda _ports, policy: {"edge": make(policy)}
