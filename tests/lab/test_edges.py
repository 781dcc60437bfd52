"""Edges: what is really forwarded, and what a cache keeps for whom."""

from __future__ import annotations

import pytest

from cors_tui.lab.behaviours import ALLOW_ORIGIN, json_reply, redirect
from cors_tui.lab.edges import caching, forwarding, nginx_page
from cors_tui.lab.scenario import Asked, Handler, Reply, ask
from cors_tui.lab.server import LabServer
from cors_tui.standards.header_list import HeaderList
from tests.lab.talking import asked, request, say

A, B = "Origin: https://a.example", "Origin: https://b.example"


def echo(vary: str = "") -> tuple[Handler, list[Asked]]:
    """A server that answers each origin with itself, and what it was asked."""
    heard: list[Asked] = []

    def answer(question: Asked) -> Reply:
        heard.append(question)
        pairs = [(ALLOW_ORIGIN, question.origin)] if question.origin else []
        return json_reply("[]", *pairs, *([("Vary", vary)] if vary else []))

    return answer, heard


async def test_an_edge_passes_the_request_on_and_the_reply_back() -> None:
    def answer(question: Asked) -> Reply:
        return Reply(299, (("x-B", "2"), ("X-b", "1"), ("Set-Cookie", "a")), question.body, "Fine by me")

    async with LabServer({"server": answer}) as server:
        edge = forwarding(server.ports["server"], ("Via", "1.1 edge"))
        reply = await ask(
            edge, asked("POST", "/a?b", "X-Own: \xe9", "Connection: keep-alive", "Content-Length: 2", body="hi")
        )
        heard = server.asked("server")[0]
    assert (reply.status, reply.reason, reply.body) == (299, "Fine by me", "hi")
    assert reply.headers == (
        ("x-B", "2"),
        ("X-b", "1"),
        ("Set-Cookie", "a"),
        ("Content-Length", "2"),
        ("Via", "1.1 edge"),
    )
    assert (heard.method, heard.target, heard.headers.get("x-own")) == ("POST", "/a?b", "\xe9")
    assert heard.headers.get_all("connection") == ("close",)


async def test_a_head_request_and_a_bodiless_reply_pass_an_edge() -> None:
    async with LabServer({"server": lambda _: json_reply("[1]"), "empty": lambda _: Reply(204)}) as server:
        async with LabServer({"edge": forwarding(server.ports["server"])}) as edge:
            answer = await say(edge.ports["edge"], request("HEAD", "/", "Connection: close"))
        assert answer.endswith(b"Content-Length: 3\r\n\r\n")
        assert await ask(forwarding(server.ports["empty"]), asked("GET", "/")) == Reply(204, reason="No Content")


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(None, id="nobody listens"),
        pytest.param(lambda _: Reply(close="no-answer"), id="it hangs up"),
        pytest.param(lambda _: Reply(body="12345678", close="truncate"), id="it stops half way"),
        pytest.param(lambda _: Reply(raw="ICY\r\n\r\n"), id="it does not speak HTTP"),
    ],
)
async def test_an_edge_without_a_server_behind_answers_its_own_page(behind: Handler | None) -> None:
    async with LabServer({"server": behind}) as server:
        reply = await ask(forwarding(server.ports["server"]), asked("GET", "/"))
    assert reply == nginx_page(502, "Bad Gateway")
    assert "<center><h1>502 Bad Gateway</h1></center>" in reply.body


async def test_a_cache_without_vary_gives_the_first_page_s_answer_to_the_second() -> None:
    server, heard = echo()
    cache = caching(server, {})
    first, second = await ask(cache, asked("GET", "/p", A)), await ask(cache, asked("GET", "/p", B))
    assert HeaderList(first.headers).get(ALLOW_ORIGIN) == HeaderList(second.headers).get(ALLOW_ORIGIN)
    assert [HeaderList(reply.headers).get("x-cache") for reply in (first, second)] == ["MISS", "HIT"]
    assert len(heard) == 1


async def test_a_cache_keeps_the_variants_of_vary_apart() -> None:
    server, heard = echo(vary="accept-encoding, origin")
    cache = caching(server, {})
    replies = [await ask(cache, asked("GET", "/p", line)) for line in (A, B, A)]
    shown = [HeaderList(reply.headers).get(ALLOW_ORIGIN) for reply in replies]
    assert shown == ["https://a.example", "https://b.example", "https://a.example"]
    assert len(heard) == 2


async def test_a_cache_never_serves_what_varies_on_everything() -> None:
    server, heard = echo(vary="*")
    cache = caching(server, {})
    assert [await ask(cache, asked("GET", "/p", A)) for _ in range(2)]
    assert len(heard) == 2


@pytest.mark.parametrize(
    ("target", "shown"),
    [("/p", "https://first.example"), ("/p?fresh=1", "https://b.example"), ("/q", "https://b.example")],
)
async def test_an_earlier_visitor_is_only_kept_under_the_url_that_was_visited(target: str, shown: str) -> None:
    server, _ = echo()
    cache = caching(server, {"/p": "https://first.example"})
    assert HeaderList((await ask(cache, asked("GET", target, B))).headers).get(ALLOW_ORIGIN) == shown


async def test_only_get_is_stored_and_head_is_served_from_it() -> None:
    server, heard = echo()
    cache = caching(server, {})
    for method in ("OPTIONS", "POST", "HEAD", "GET", "HEAD"):
        await ask(cache, asked(method, "/p", A))
    assert [question.method for question in heard] == ["OPTIONS", "POST", "HEAD", "GET"]


async def test_a_stored_answer_has_an_age() -> None:
    cache = caching(lambda _: redirect(301, "/x"), {})
    ages = [HeaderList((await ask(cache, asked("GET", "/"))).headers).get_all("age") for _ in range(2)]
    assert ages == [("0",), ("137",)]
