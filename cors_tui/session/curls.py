"""Every request of a case as a curl command, to be repeated by hand."""

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.case import Case
from cors_tui.probe.as_curl import as_curl
from cors_tui.session.asking import dressing, pending_requests
from cors_tui.standards.request import Role, WireRequest


@dataclass(frozen=True, slots=True)
class CurlLine:
    """One command: what it repeats, and the command for a POSIX shell."""

    title: str
    command: str


def curl_lines(case: Case, *, show_secrets: bool = False) -> tuple[CurlLine, ...]:
    """A curl command for each request that was sent, and for those that still wait; secrets as shell variables."""
    sent = [e.request for sighting in case.seen.values() for e in sighting.exchanges]
    wires = {wire.key: wire for wire in (*sent, *pending_requests(case))}
    return tuple(_line(case, wire, show_secrets) for wire in wires.values())


def _line(case: Case, wire: WireRequest, show_secrets: bool) -> CurlLine:
    title = "the preflight" if wire.role is Role.PREFLIGHT else f"the {wire.method} request"
    if wire.hop:
        title += f", after redirect {wire.hop}"
    command = as_curl(wire, dressing(case, wire), case.connection, show_secrets=show_secrets)
    return CurlLine(title, command)
