"""Asking Firefox by WebDriver BiDi, straight on its debugging port.

https://w3c.github.io/webdriver-bidi/
"""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Iterable, Sequence

from cors_tui.probe.real_browser.answer import Heard, PrintedLine, Question, SentRequest
from cors_tui.probe.real_browser.events import Event, EventLog, first_of
from cors_tui.probe.real_browser.page import LOCATION_SCRIPT, ORIGIN_SCRIPT, PAGE, page_headers
from cors_tui.probe.real_browser.wire import Params, ProtocolError, Wire
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role

_ENDINGS = ("network.responseCompleted", "network.fetchError")
_ANSWERED = "network.responseStarted"
_EVENTS = ("log.entryAdded", "network.beforeRequestSent", _ANSWERED, *_ENDINGS)


async def ask(wire: Wire, asked: Question) -> Heard:
    """Put the question to the browser behind `wire`. Raises `ProtocolError` when it cannot be put."""
    session = await wire.call("session.new", {"capabilities": {"alwaysMatch": {"acceptInsecureCerts": False}}})
    capabilities = session["capabilities"]
    version = f"{capabilities['browserName']}/{capabilities['browserVersion']}"
    tab = Tab(wire, await open_tab(wire))
    await tab.show(asked)
    page = await tab.evaluate(ORIGIN_SCRIPT if asked.sandboxed else LOCATION_SCRIPT)
    tab.log.clear()
    result = await tab.evaluate(asked.script) if page == asked.expected_origin else ""
    await tab.log.quiet()
    return Heard(version, page, result, console_lines(tab.log.events), sent_requests(tab.log.events))


async def open_tab(wire: Wire) -> str:
    """A new tab; the id its commands name it by."""
    await wire.call("session.subscribe", {"events": list(_EVENTS)})
    return str((await wire.call("browsingContext.create", {"type": "tab"}))["context"])


class Tab:
    """One tab: its commands, and the events it sent."""

    def __init__(self, wire: Wire, context: str) -> None:
        self._wire, self._context = wire, context
        self.log = EventLog()
        wire.listen(self.log.hear)

    async def show(self, asked: Question) -> None:
        """Open the page and answer that one document ourselves; afterwards nothing is intercepted any more."""
        pattern = {"type": "string", "pattern": asked.page_url}
        intercept = {"phases": ["beforeRequestSent"], "urlPatterns": [pattern], "contexts": [self._context]}
        added = await self._wire.call("network.addIntercept", intercept)
        params = {"context": self._context, "url": asked.page_url, "wait": "complete"}
        navigating = asyncio.create_task(self._wire.call("browsingContext.navigate", params))
        await self._wire.call("network.provideResponse", _page_answer(asked, await self._blocked(navigating)))
        await navigating
        await self._wire.call("network.removeIntercept", {"intercept": added["intercept"]})

    async def _blocked(self, navigating: asyncio.Task[Params]) -> str:
        asking = asyncio.create_task(self._asks_for_page())
        if await first_of(asking, navigating):
            return str(asking.result()["request"]["request"])
        navigating.result()
        raise ProtocolError("the page was not asked for")

    async def _asks_for_page(self) -> Params:
        while True:
            for method, params in self.log.events:
                if method == "network.beforeRequestSent" and params["isBlocked"]:
                    return params
            await self.log.more()

    async def evaluate(self, script: str) -> str:
        """The string that `script` (or its promise) gives. Raises `ProtocolError` with what it throws."""
        params = {"expression": script, "awaitPromise": True, "target": {"context": self._context}}
        answer = await self._wire.call("script.evaluate", params)
        if answer["type"] == "exception":
            raise ProtocolError(str(answer["exceptionDetails"]["text"]))
        return str(answer["result"].get("value", ""))


def _page_answer(asked: Question, request: str) -> Params:
    headers = [{"name": name, "value": {"type": "string", "value": value}} for name, value in page_headers(asked)]
    body = {"type": "string", "value": PAGE}
    return {"request": request, "statusCode": 200, "reasonPhrase": "OK", "headers": headers, "body": body}


def console_lines(events: Iterable[Event]) -> tuple[PrintedLine, ...]:
    """The console's lines, in order."""
    entries = (params for method, params in events if method == "log.entryAdded")
    return tuple(PrintedLine(entry["text"] or "", entry["type"], entry["level"]) for entry in entries)


def sent_requests(events: Sequence[Event]) -> tuple[SentRequest, ...]:
    """The requests that reached the wire, in that order.

    ``beforeRequestSent`` comes for the request as soon as it is meant, before its own preflight's; the event that ends
    it tells when its first byte was sent: 0 when it never was. What a refused request was answered, the event before
    the one that ends it tells.
    """
    meant = {_hop(params): params["request"] for method, params in events if method == "network.beforeRequestSent"}
    ended = {_hop(params): params for method, params in events if method in _ENDINGS}
    answered = {_hop(params): int(params["response"]["status"]) for method, params in events if method == _ANSWERED}
    sent = [(ended[hop]["request"]["timings"]["requestStart"], hop) for hop in meant if hop in ended]
    return tuple(_sent(meant[hop], ended[hop], answered.get(hop)) for at, hop in sorted(sent) if at)


def _hop(params: Params) -> tuple[str, int]:
    return params["request"]["request"], params["redirectCount"]


def _sent(request: Params, ended: Params, answered: int | None) -> SentRequest:
    headers = HeaderList(tuple((header["name"], _value(header["value"])) for header in request["headers"]))
    preflight = request["method"] == "OPTIONS" and "Access-Control-Request-Method" in headers
    role = Role.PREFLIGHT if preflight else Role.ACTUAL
    status = ended["response"]["status"] if "response" in ended else answered
    return SentRequest(role, request["method"], request["url"], headers, status)


def _value(value: Params) -> str:
    if value["type"] == "string":
        return str(value["value"])
    return base64.b64decode(value["value"]).decode("latin-1")
