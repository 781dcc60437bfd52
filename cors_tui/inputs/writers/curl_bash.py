"""curl for a POSIX shell: the request as a page's author and CORS decide it, without a browser's own headers."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.inputs.writer import Writer
from cors_tui.inputs.writers import _parts as parts
from cors_tui.probe.as_curl import as_curl, quote
from cors_tui.standards.request import Body, Role, WireRequest
from cors_tui.standards.url import parse_url


def write(case: Case, show_secrets: bool = False) -> str:
    """The command; for a URL that is none, only ``curl`` and what was typed."""
    call = case.call
    url = parse_url(call.url.strip())
    if url is None or not url.is_http:
        return f"curl -i {quote(call.url.strip().encode('utf-8', 'replace').decode('latin-1'))}"
    headers = parts.sent_headers(call)
    body = None if call.body is None else Body(call.body)
    wire = WireRequest(Role.ACTUAL, 0, parts.method(call), url, headers, body)
    return as_curl(wire, headers, case.connection, show_secrets=show_secrets)


WRITER = Writer("curl (bash)", write, ".sh")
