"""Asking Chromium, Chrome or Edge by the Chrome DevTools Protocol.

https://chromedevtools.github.io/devtools-protocol/
"""

from __future__ import annotations

import asyncio
import base64
from collections import defaultdict
from collections.abc import Iterable

from cors_tui.probe.real_browser.answer import Heard, PrintedLine, Question, SentRequest
from cors_tui.probe.real_browser.events import Event, EventLog, first_of
from cors_tui.probe.real_browser.page import LOCATION_SCRIPT, ORIGIN_SCRIPT, PAGE, page_headers
from cors_tui.probe.real_browser.wire import Params, ProtocolError, Wire
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role


async def ask(wire: Wire, asked: Question, *, served: bool = False) -> Heard:
    """Put the question to the browser behind `wire`; `served`: its page is really there and need not be answered.

    Raises `ProtocolError` when it cannot be put.
    """
    version = (await wire.call("Browser.getVersion"))["product"]
    tab = Tab(wire, await open_tab(wire))
    await tab.enable()
    await (tab.visit(asked.page_url) if served else tab.answer_page(asked))
    page = await tab.evaluate(ORIGIN_SCRIPT if asked.sandboxed else LOCATION_SCRIPT)
    tab.log.clear()
    result = await tab.evaluate(asked.script) if page == asked.expected_origin else ""
    await tab.log.quiet()
    return Heard(version, page, result, console_lines(tab.log.events), sent_requests(tab.log.events))


async def open_tab(wire: Wire) -> str:
    """A new tab; the id its commands name it by."""
    target = await wire.call("Target.createTarget", {"url": "about:blank"})
    attached = await wire.call("Target.attachToTarget", {"targetId": target["targetId"], "flatten": True})
    return str(attached["sessionId"])


class Tab:
    """One tab: its commands, and the events it sent."""

    def __init__(self, wire: Wire, session: str) -> None:
        self._wire, self._session = wire, session
        self.log = EventLog()
        wire.listen(self.log.hear)

    async def call(self, method: str, params: Params | None = None) -> Params:
        return await self._wire.call(method, params, self._session)

    async def enable(self) -> None:
        """Have the browser tell of the page, its requests and its console."""
        for domain in ("Page", "Network", "Log", "Runtime"):
            await self.call(f"{domain}.enable")

    async def visit(self, url: str) -> None:
        """Open a page that is really served, and wait until it is there."""
        _raise_on_error(await self.call("Page.navigate", {"url": url}))
        await self.log.wait_for("Page.loadEventFired")

    async def answer_page(self, asked: Question) -> None:
        """Open the page and answer that one document ourselves; afterwards nothing is intercepted any more."""
        pattern = asked.page_url.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?")
        await self.call("Fetch.enable", {"patterns": [{"urlPattern": pattern, "resourceType": "Document"}]})
        navigating = asyncio.create_task(self.call("Page.navigate", {"url": asked.page_url}))
        paused = await self._paused_or_failed(navigating)
        headers = [{"name": name, "value": value} for name, value in page_headers(asked)]
        body = base64.b64encode(PAGE.encode()).decode()
        answer = {"requestId": paused["requestId"], "responseCode": 200, "responseHeaders": headers, "body": body}
        await self.call("Fetch.fulfillRequest", answer)
        _raise_on_error(await navigating)
        await self.log.wait_for("Page.loadEventFired")
        await self.call("Fetch.disable")

    async def _paused_or_failed(self, navigating: asyncio.Task[Params]) -> Params:
        paused = asyncio.create_task(self.log.wait_for("Fetch.requestPaused"))
        if await first_of(paused, navigating):
            return paused.result()
        _raise_on_error(navigating.result())
        raise ProtocolError("the page was not asked for")

    async def evaluate(self, script: str) -> str:
        """The string that `script` (or its promise) gives. Raises `ProtocolError` with what it throws."""
        params = {"expression": script, "awaitPromise": True, "returnByValue": True}
        answer = await self.call("Runtime.evaluate", params)
        if details := answer.get("exceptionDetails"):
            raise ProtocolError(str(details.get("exception", {}).get("description", details.get("text"))))
        return str(answer["result"].get("value", ""))


def _raise_on_error(navigated: Params) -> None:
    if error := navigated.get("errorText"):
        raise ProtocolError(str(error))


def console_lines(events: Iterable[Event]) -> tuple[PrintedLine, ...]:
    """The console's lines, in order."""
    entries = (params["entry"] for method, params in events if method == "Log.entryAdded")
    return tuple(PrintedLine(entry["text"], entry["source"], entry["level"]) for entry in entries)


def sent_requests(events: Iterable[Event]) -> tuple[SentRequest, ...]:
    """The requests that reached the wire, in that order.

    ``requestWillBeSent`` tells what is meant to be sent, also of a request whose preflight then fails;
    ``requestWillBeSentExtraInfo`` comes only for what is sent, with the headers really sent, before or after the other.
    Both carry the same id, once a hop.
    """
    heard = list(events)
    meant, statuses = _by_id(heard, "Network.requestWillBeSent"), _by_id(heard, "Network.responseReceivedExtraInfo")
    hops: dict[str, int] = defaultdict(int)
    sent: list[SentRequest] = []
    for extra in (params for method, params in heard if method == "Network.requestWillBeSentExtraInfo"):
        key = extra["requestId"]
        hop, hops[key] = hops[key], hops[key] + 1
        if hop < len(meant[key]):
            sent.append(_sent(meant[key][hop], extra, statuses[key][hop : hop + 1]))
    return tuple(sent)


def _by_id(events: Iterable[Event], wanted: str) -> dict[str, list[Params]]:
    found: dict[str, list[Params]] = defaultdict(list)
    for method, params in events:
        if method == wanted:
            found[params["requestId"]].append(params)
    return found


def _sent(meant: Params, extra: Params, answered: list[Params]) -> SentRequest:
    request = meant["request"]
    role = Role.PREFLIGHT if meant["initiator"]["type"] == "preflight" else Role.ACTUAL
    headers = HeaderList(tuple((str(name), str(value)) for name, value in extra["headers"].items()))
    status = int(answered[0]["statusCode"]) if answered else None
    return SentRequest(role, request["method"], request["url"], headers, status)
