"""Calls and events over one websocket, against a small server that speaks like a browser."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from cors_tui.probe.real_browser.wire import Params, ProtocolError, wired

Handler = Callable[[ServerConnection, Params], Awaitable[None]]


@contextlib.asynccontextmanager
async def browser(handler: Handler) -> AsyncIterator[str]:
    async def connected(socket: ServerConnection) -> None:
        async for text in socket:
            await handler(socket, json.loads(text))

    async with serve(connected, "127.0.0.1", 0) as server:
        yield f"ws://127.0.0.1:{next(iter(server.sockets)).getsockname()[1]}"


async def reply(socket: ServerConnection, **message: Any) -> None:
    await socket.send(json.dumps(message))


async def test_answers_find_their_calls_in_any_order() -> None:
    held: list[Params] = []

    async def backwards(socket: ServerConnection, message: Params) -> None:
        held.append(message)
        if len(held) == 2:
            for each in reversed(held):
                await reply(socket, id=each["id"], result={"method": each["method"]})

    async with browser(backwards) as endpoint, wired(endpoint) as wire:
        one, two = await asyncio.gather(wire.call("one"), wire.call("two"))
    assert (one, two) == ({"method": "one"}, {"method": "two"})


async def test_a_session_is_named_only_when_there_is_one() -> None:
    async def echo(socket: ServerConnection, message: Params) -> None:
        await reply(socket, id=message["id"], result=message)

    async with browser(echo) as endpoint, wired(endpoint) as wire:
        assert "sessionId" not in await wire.call("a")
        assert (await wire.call("a", {"x": 1}, "s1"))["sessionId"] == "s1"


@pytest.mark.parametrize(
    ("error", "says"),
    [
        ({"error": {"code": -32000, "message": "Cannot navigate"}}, "Cannot navigate"),
        ({"error": "no such frame", "message": "gone", "type": "error"}, "no such frame: gone"),
    ],
    ids=["as CDP says it", "as BiDi says it"],
)
async def test_a_refusal_raises_with_the_browsers_own_words(error: Params, says: str) -> None:
    async def refuse(socket: ServerConnection, message: Params) -> None:
        await reply(socket, id=message["id"], **error)

    async with browser(refuse) as endpoint, wired(endpoint) as wire:
        with pytest.raises(ProtocolError, match=says):
            await wire.call("Page.navigate")


async def test_events_come_in_order_and_answers_are_not_events() -> None:
    heard: list[tuple[str, Params]] = []

    async def talk(socket: ServerConnection, message: Params) -> None:
        await reply(socket, method="a", params={"n": 1})
        await reply(socket, method="b", params={"n": 2})
        await reply(socket, id=message["id"], result={})

    async with browser(talk) as endpoint, wired(endpoint) as wire:
        wire.listen(lambda method, params: heard.append((method, params)))
        await wire.call("talk")
    assert heard == [("a", {"n": 1}), ("b", {"n": 2})]


async def test_a_browser_that_hangs_up_fails_the_call() -> None:
    async def hang_up(socket: ServerConnection, message: Params) -> None:
        await socket.close()

    async with browser(hang_up) as endpoint, wired(endpoint) as wire:
        with pytest.raises(ProtocolError, match="hung up"):
            await wire.call("anything")


async def test_the_systems_proxy_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A debugging port is on this machine; a proxy would look for it on its own."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "ws_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    monkeypatch.delenv("no_proxy", raising=False)

    async def echo(socket: ServerConnection, message: Params) -> None:
        await reply(socket, id=message["id"], result={"ok": True})

    async with browser(echo) as endpoint, wired(endpoint) as wire:
        assert await wire.call("a") == {"ok": True}
