"""The practice lab beside a session: which scenario runs, and applying the fix to it."""

from __future__ import annotations

from types import MappingProxyType, TracebackType

from cors_tui.case import Call, Case, Connection
from cors_tui.lab.scenario import Asked, Handler, Ports, Scenario
from cors_tui.lab.server import LabServer
from cors_tui.policy import CorsPolicy

_NAMES = ("edge", "origin_server", "other", "closed")


class RunningLab:
    """A scenario being served on loopback while the guide is open. Async context manager.

    `case` is the scenario's case on the side that is served, to start from; `is_repaired` tells which one that is.
    Entering serves the broken side; raises `OSError` when loopback has no free port.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.ports = Ports(edge=0)
        self.is_repaired = False
        self._server = LabServer(dict.fromkeys(_NAMES), over_tls=scenario.over_tls)

    async def __aenter__(self) -> RunningLab:
        await self._server.__aenter__()
        every = Ports(**self._server.ports)
        used = {"edge", "closed", *self.scenario.broken(every)}
        self.ports = Ports(**{name: port for name, port in self._server.ports.items() if name in used})
        await self.break_again()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._server.__aexit__(kind, error, trace)

    @property
    def case(self) -> Case:
        """The case to start from: the call, what the person would answer and paste, the server behind an edge."""
        answers = dict(self.scenario.answers)
        if self.ports.origin_server:
            answers["origin-server"] = f"127.0.0.1:{self.ports.origin_server}"
        call = self.repaired_call if self.is_repaired else self.scenario.call(self.ports)
        connection = Connection(max_time=self.scenario.patience)
        return Case(call, connection, MappingProxyType(answers), pasted=self.scenario.pasted(call))

    @property
    def repaired_call(self) -> Call:
        """What the page calls on the repaired side: the same, unless the page itself has to be mended."""
        return (self.scenario.mended or self.scenario.call)(self.ports)

    async def apply(self, policy: CorsPolicy) -> None:
        """Serve the repaired side with `policy`."""
        await self._serve(self.scenario.repaired(self.ports, policy))
        self.is_repaired = True

    async def break_again(self) -> None:
        """Serve the broken side."""
        await self._serve(self.scenario.broken(self.ports))
        self.is_repaired = False

    def asked(self, name: str = "edge") -> tuple[Asked, ...]:
        """The last requests on one of the scenario's servers, oldest first."""
        return self._server.asked(name)

    async def _serve(self, handlers: dict[str, Handler]) -> None:
        """Ports that `handlers` does not name are closed."""
        await self._server.serve({name: handlers.get(name) for name in _NAMES})
