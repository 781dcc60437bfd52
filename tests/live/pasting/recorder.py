"""A server on loopback that keeps every request it was asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from cors_tui.case import Call
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.standards.url import parse_url
from tests.serving import Served, serving


@dataclass(frozen=True)
class Recorder:
    """`every` request since the last `take`."""

    served: Served
    every: list[Asked]

    def at(self, call: Call) -> Call:
        """The same call to this server."""
        return replace(call, url=call.url.replace("https://api.example", self.served.url("")))

    def take(self) -> tuple[Asked, ...]:
        """What was asked since, and forget it."""
        asked = tuple(self.every)
        self.every.clear()
        return asked


@contextmanager
def recording() -> Iterator[Recorder]:
    """The server, running."""
    every: list[Asked] = []

    def answer(asked: Asked) -> Reply:
        every.append(asked)
        return Reply(200, (("Connection", "close"),))

    with serving({"api": answer}) as running:
        yield Recorder(running, every)


def differences(asked: Asked, call: Call) -> list[str]:
    """Which parts of the request did not arrive as the case has them: URL, method, body, a header by its name."""
    url = parse_url(call.url)
    assert url is not None
    found = ["URL"] if asked.target != url.target else []
    found += ["method"] if asked.method != call.method else []
    found += ["body"] if asked.body != (call.body or "") else []
    return found + [f"header {name}" for name, value in call.headers if asked.headers.get(name) != value]
