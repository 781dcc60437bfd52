"""Everything that can be wrong with what a person typed, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from cors_tui.case import Call, Connection
from cors_tui.inputs.fault import Fault
from cors_tui.inputs.header_faults import header_faults, method_faults
from cors_tui.inputs.initiator_faults import initiator_faults
from cors_tui.inputs.origin_faults import origin_faults
from cors_tui.inputs.url_faults import url_faults
from cors_tui.masking import masked_url
from cors_tui.probe.failures import FailedError
from cors_tui.probe.proxies import parse_proxy
from cors_tui.probe.routes import read_connect_to, read_resolve
from cors_tui.standards.method import normalize_method
from cors_tui.standards.request import Initiator

__all__ = ["Fault", "connection_faults", "faults"]


def faults(call: Call) -> tuple[Fault, ...]:
    """The faults of `call`, field by field: URL, origin, method, headers, body, then what does not go with
    what makes it. Empty when all is well."""
    return (
        *url_faults(call),
        *origin_faults(call.origin),
        *method_faults(call.method),
        *header_faults(call.headers),
        *_body_faults(call),
        *initiator_faults(call),
    )


def connection_faults(connection: Connection) -> tuple[Fault, ...]:
    """The faults of how the target is reached."""
    found = [_refused("connect_to", text, read_connect_to) for text in connection.connect_to]
    found += [_refused("resolve", text, read_resolve) for text in connection.resolve]
    if connection.proxy:
        found.append(_refused("proxy", connection.proxy, lambda text: parse_proxy(text, "--proxy")))
    return tuple(fault for fault in found if fault is not None)


def _body_faults(call: Call) -> Iterator[Fault]:
    """https://fetch.spec.whatwg.org/#dom-request, step 35"""
    method = normalize_method(call.method)
    if call.body is not None and method in ("GET", "HEAD") and call.initiator is Initiator.FETCH:
        problem = f"A {method} request has no body: fetch throws."
        yield Fault("body", call.body[:80], problem, "Use POST, or put the values into the URL's query.")


def _refused(field: str, text: str, read: Callable[[str], object]) -> Fault | None:
    try:
        read(text)
    except FailedError as failed:
        problem, _, remedy = failed.detail.partition(": ")
        return Fault(field, masked_url(text), f"{problem}.", f"{remedy[:1].upper()}{remedy[1:]}.")
    return None
