"""The practice lab beside a session: which scenario runs, and applying the fix to it."""

from __future__ import annotations

from types import TracebackType

from cors_tui.case import Case
from cors_tui.lab.scenario import Ports, Scenario
from cors_tui.policy import CorsPolicy


class RunningLab:
    """A scenario being served on loopback while the guide is open. Async context manager.

    `case` is the scenario's case to start from; `is_repaired` tells which side is served.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.ports = Ports(edge=0)
        self.is_repaired = False

    async def __aenter__(self) -> RunningLab:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    @property
    def case(self) -> Case:
        raise NotImplementedError

    async def apply(self, policy: CorsPolicy) -> None:
        """Serve the repaired side with `policy`."""
        raise NotImplementedError

    async def break_again(self) -> None:
        """Serve the broken side."""
        raise NotImplementedError
