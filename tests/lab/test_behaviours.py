"""Layers around an application: which of them answers, and what it adds."""

from __future__ import annotations

import pytest

from cors_tui.lab import behaviours as b
from cors_tui.lab.frameworks import FRAMEWORKS
from cors_tui.lab.scenario import Asked, Ports, Reply, ask
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role
from tests.lab.talking import asked

GET = asked("GET", "/here?q=1", "Origin: http://localhost:3000")
PREFLIGHT = asked("OPTIONS", "/here", "Origin: http://localhost:3000", "Access-Control-Request-Method: PUT")
OPTIONS = asked("OPTIONS", "/here", "Origin: http://localhost:3000")
HERE = {"/here": b.json_reply("[]")}
ACAO = (b.ALLOW_ORIGIN, b.PAGE)


@pytest.mark.parametrize("framework", FRAMEWORKS)
async def test_an_application_answers_its_routes_whatever_the_query(framework: str) -> None:
    reply = await ask(b.api(framework, HERE), GET)
    assert (reply.status, reply.body) == (200, "[]")
    assert (await ask(b.api(framework, HERE), asked("GET", "/elsewhere"))).status == 404


async def test_the_first_layer_is_the_outermost() -> None:
    refused = b.answering(b.has_no_token, Reply(401))
    outside = await ask(b.api("hono", HERE, refused, b.allowing(ACAO)), PREFLIGHT)
    inside = await ask(b.api("hono", HERE, b.allowing(ACAO), refused), PREFLIGHT)
    assert (outside.status, outside.headers) == (401, ())
    assert (inside.status, inside.headers) == (204, (ACAO,))


@pytest.mark.parametrize(
    ("question", "status"), [(PREFLIGHT, 204), (GET, 200), (OPTIONS, 404)], ids=["preflight", "GET", "plain OPTIONS"]
)
async def test_cors_by_hand_is_on_everything_and_answers_only_preflights(question: Asked, status: int) -> None:
    reply = await ask(b.api("hono", HERE, b.allowing(ACAO, preflight=((b.ALLOW_METHODS, "PUT"),))), question)
    assert reply.status == status
    assert ACAO in reply.headers
    assert ((b.ALLOW_METHODS, "PUT") in reply.headers) is (question is PREFLIGHT)


async def test_adding_doubles_and_can_be_limited_to_some_replies() -> None:
    twice = await ask(b.layered(lambda _: Reply(headers=(ACAO,)), b.adding(ACAO)), GET)
    assert twice.headers == (ACAO, ACAO)
    failed = await ask(b.layered(lambda _: Reply(500), b.adding(ACAO, to=b.is_ok)), GET)
    assert failed.headers == ()


async def test_dropping_takes_names_in_any_case_and_leaves_the_rest() -> None:
    sent = Reply(headers=(("ACCESS-control-allow-origin", "*"), ("Vary", "Origin"), ("X-Access-Control-", "1")))
    assert (await ask(b.layered(lambda _: sent, b.dropping("Access-Control-")), GET)).headers == sent.headers[1:]


async def test_reflecting_says_nothing_without_an_origin_and_never_vary() -> None:
    handler = b.api("hono", HERE, b.reflecting())
    assert (b.ALLOW_ORIGIN, b.PAGE) in (await ask(handler, GET)).headers
    bare = HeaderList((await ask(handler, asked("GET", "/here"))).headers)
    assert b.ALLOW_ORIGIN not in bare
    assert "vary" not in HeaderList((await ask(handler, GET)).headers)


@pytest.mark.parametrize(
    ("question", "role", "credentials"),
    [
        pytest.param(PREFLIGHT, Role.PREFLIGHT, False, id="preflight"),
        pytest.param(OPTIONS, Role.ACTUAL, False, id="OPTIONS that is not a preflight"),
        pytest.param(asked("GET", "/", "Cookie: a=1"), Role.ACTUAL, True, id="with a cookie"),
        pytest.param(asked("GET", "/", "authorization: x"), Role.ACTUAL, True, id="with a token"),
    ],
)
def test_what_the_lab_was_asked_in_the_words_of_the_standard(question: Asked, role: Role, credentials: bool) -> None:
    wire = b.wire_of(question)
    assert (wire.role, wire.credentials, wire.method) == (role, credentials, question.method)
    assert wire.headers is question.headers


@pytest.mark.parametrize(
    ("target", "headers", "href"),
    [
        ("/a?b", (("Host", "127.0.0.1:8000"),), "http://127.0.0.1:8000/a?b"),
        ("/a", (), "http://localhost:99/a"),
        ("/", (("Host", "a b"),), "http://localhost:99/"),
    ],
)
def test_the_url_that_was_asked(target: str, headers: tuple[tuple[str, str], ...], href: str) -> None:
    assert b.wire_of(Asked("GET", target, HeaderList(headers), port=99)).url.href == href


def test_a_call_names_the_port_of_the_edge() -> None:
    call = b.calls("/x", b.BEARER, method="PUT", body="1", credentials=CredentialsMode.INCLUDE)(Ports(edge=81))
    assert (call.url, call.origin, call.method, call.body) == ("http://localhost:81/x", b.PAGE, "PUT", "1")
    assert call.headers.pairs == (b.BEARER,)
    assert call.credentials is CredentialsMode.INCLUDE


@pytest.mark.parametrize(
    ("reply", "status", "type_", "body"),
    [
        (b.json_reply("{}", status=201), 201, "application/json; charset=utf-8", "{}"),
        (b.html_reply("<p>", ("X", "1")), 200, "text/html; charset=utf-8", "<p>"),
    ],
)
def test_replies_name_their_type(reply: Reply, status: int, type_: str, body: str) -> None:
    assert (reply.status, reply.headers[0], reply.body) == (status, ("Content-Type", type_), body)


def test_a_redirect_is_a_location_and_nothing_else() -> None:
    assert b.redirect(307, "/there") == Reply(307, (("Location", "/there"),))
