"""How the target is reached, said in one sentence: a proxy or an option of the person's must never work unseen."""

from __future__ import annotations

from cors_tui.case import Case
from cors_tui.probe.failures import FailedError
from cors_tui.probe.routes import plan_route
from cors_tui.standards.url import parse_url


def how_reached(case: Case) -> str:
    """Which way requests go when it is not simply to the URL's own host; "" when it is."""
    url = parse_url(case.call.url)
    if url is None or not url.is_http:
        return ""
    try:
        route = plan_route(url, case.connection)
    except FailedError as failed:
        return failed.detail
    said = []
    if route.proxy is not None:
        said.append(f"through the proxy {route.proxy} (from {route.proxy.given_by})")
    if (route.host, route.port) != (url.host, url.port):
        said.append(f"to {route.host}:{route.port} instead of {url.host}:{url.port} (--connect-to)")
    if route.addresses:
        said.append(f"at the address {', '.join(route.addresses)} (--resolve)")
    if case.connection.insecure and url.scheme == "https":
        said.append("without checking its certificate (--insecure); a browser checks it")
    return f"Requests go {', '.join(said)}." if said else ""
