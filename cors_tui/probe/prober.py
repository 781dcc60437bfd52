"""The probe: sends one wire request at a time to a real server and says what came back."""

from __future__ import annotations

from types import TracebackType

from cors_tui.case import Connection
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import WireRequest
from cors_tui.standards.response import Answer


class Prober:
    """Connections for one case: one TLS context, the system's trust store and proxies (never for loopback).

    Use as an async context manager. At most two requests are under way to one host.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    async def __aenter__(self) -> Prober:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    async def send(self, wire: WireRequest, headers: HeaderList, *, direct: str = "") -> Answer:
        """Send `wire` wearing `headers` (all of them, in their order and case) and read at most 64 KiB of body.

        `direct` is ``HOST:PORT`` of the origin server for an experiment that goes around the edge (TLS name and Host
        kept). One total deadline (`Connection.max_time`). Failures below HTTP are returned as `NetworkError`, never
        raised.
        """
        raise NotImplementedError
