"""Every request of a case as a curl command, to be repeated by hand."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.probe.as_curl import as_curl
from cors_tui.session.asking import dressing, pending_requests
from cors_tui.standards.request import Role, WireRequest


@dataclass(frozen=True, slots=True)
class CurlLine:
    """One command: what it repeats, and the command for a POSIX shell."""

    title: str
    command: str


def curl_lines(case: Case, *, show_secrets: bool = False) -> tuple[CurlLine, ...]:
    """A curl command for each request that was sent, and for those that still wait; secrets as shell variables.

    A larger body that was sent to find a limit is left out: megabytes of filling are no command line.
    """
    shown = (sighting for name, sighting in case.seen.items() if name != OVERSIZED_BODY.name)
    sent = [e.request for sighting in shown for e in sighting.exchanges]
    wires = {wire.key: wire for wire in (*sent, *pending_requests(case))}
    return tuple(_line(case, wire, show_secrets) for wire in wires.values())


def _line(case: Case, wire: WireRequest, show_secrets: bool) -> CurlLine:
    title = "the preflight" if wire.role is Role.PREFLIGHT else f"the {wire.method} request"
    if wire.hop:
        title += f", after redirect {wire.hop}"
    command = as_curl(wire, dressing(case, wire), case.connection, show_secrets=show_secrets)
    return CurlLine(title, command)
