"""Where the bytes for a URL go: curl's ``--connect-to`` and ``--resolve``, and the proxy."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cors_tui.case import Connection
from cors_tui.probe.failures import FailedError
from cors_tui.probe.proxies import Proxy, choose_proxy, is_loopback
from cors_tui.standards.response import NetworkFailure
from cors_tui.standards.url import Url

_PARTS = re.compile(r":(?![^\[]*\])")


@dataclass(frozen=True, slots=True)
class ConnectTo:
    """One ``--connect-to``: a request for `host` and `port` ("" and None: any) goes to the other two ("" and None:
    unchanged)."""

    host: str
    port: int | None
    to_host: str
    to_port: int | None


@dataclass(frozen=True, slots=True)
class Resolve:
    """One ``--resolve``: `host` (``*`` for any) and `port` have these addresses."""

    host: str
    port: int
    addresses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Where a connection goes. The TLS name and Host stay those of the URL, whatever stands here.

    `addresses` are those that ``--resolve`` or the caller gave; empty: ask the resolver. `tunnel`: through `proxy`
    by CONNECT.
    """

    host: str
    port: int
    addresses: tuple[str, ...] = ()
    proxy: Proxy | None = None
    tunnel: bool = False


def plan_route(url: Url, connection: Connection, direct: str = "", address: str = "") -> Route:
    """The route to `url`. `direct` (``HOST:PORT``) and `address` (an IP) go around proxies and ``--connect-to``.

    Raises `FailedError` with a sentence for an option that cannot be read.
    """
    host, port = url.host, url.port or 80
    if address:
        return Route(host, port, (address.strip("[]"),))
    if direct:
        target = read_direct(direct)
        host, port = target.to_host or host, target.to_port or port
        return Route(host, port, resolved(connection, host, port))
    to_host, to_port = connected_to(connection, host, port)
    moved = (to_host, to_port) != (host, port)
    proxy = None if moved and is_loopback(to_host) else choose_proxy(url, connection.proxy)
    if proxy:
        # curl tunnels plain HTTP, too, when the far end is not the one the URL names.
        return Route(
            to_host, to_port, resolved(connection, proxy.host, proxy.port), proxy, moved or url.scheme == "https"
        )
    return Route(to_host, to_port, resolved(connection, to_host, to_port))


def connected_to(connection: Connection, host: str, port: int) -> tuple[str, int]:
    """Where ``--connect-to`` sends a request for `host` and `port`; the first that matches counts.

    https://curl.se/docs/manpage.html#--connect-to
    """
    for text in connection.connect_to:
        rule = read_connect_to(text)
        if rule.host.lower() in ("", host.lower()) and rule.port in (None, port):
            return rule.to_host or host, rule.to_port or port
    return host, port


def resolved(connection: Connection, host: str, port: int) -> tuple[str, ...]:
    """The addresses ``--resolve`` gives for `host` and `port`; an exact host wins over ``*``, the last given over the
    first.

    https://curl.se/docs/manpage.html#--resolve
    """
    rules = [read_resolve(text) for text in connection.resolve]
    bare = host.strip("[]").lower()
    for wanted in (bare, "*"):
        for rule in reversed(rules):
            if rule.host.lower() == wanted and rule.port == port:
                return rule.addresses
    return ()


def read_connect_to(text: str) -> ConnectTo:
    """``HOST1:PORT1:HOST2:PORT2``, each may be empty; ``HOST:PORT`` stands for everything. Raises `FailedError`."""
    parts = _PARTS.split(text.strip())
    if len(parts) == 2:
        parts = ["", "", *parts]
    ports = [_port(part) for part in parts[1::2]]
    if len(parts) != 4 or -1 in ports:
        raise FailedError(
            NetworkFailure.NAME_NOT_RESOLVED,
            f"--connect-to {text!r} cannot be read: write HOST:PORT, or HOST1:PORT1:HOST2:PORT2",
        )
    return ConnectTo(parts[0], ports[0], parts[2], ports[1])


def read_direct(text: str) -> ConnectTo:
    """The origin server's own address: ``HOST:PORT``, ``HOST`` (the URL's port stays), or a URL of it.

    Raises `FailedError`.
    """
    bare = re.sub(r"\A[A-Za-z][A-Za-z0-9+.-]*://|/.*\Z", "", text.strip(), flags=re.DOTALL)
    parts = _PARTS.split(f"[{bare}]" if bare.count(":") > 1 and "[" not in bare else bare)
    port = _port(parts[1]) if len(parts) == 2 else None
    if not parts[0] or len(parts) > 2 or port == -1 or re.search(r"[\s@]", bare):
        problem = f"the origin server's address {text[:80]!r} cannot be read: write HOST:PORT"
        raise FailedError(NetworkFailure.NAME_NOT_RESOLVED, problem)
    return ConnectTo("", None, parts[0], port)


def read_resolve(text: str) -> Resolve:
    """``[+]HOST:PORT:ADDRESS[,ADDRESS]...``; an address may stand in brackets. Raises `FailedError`."""
    parts = _PARTS.split(text.strip().removeprefix("+"), maxsplit=2)
    port = _port(parts[1]) if len(parts) == 3 else -1
    addresses = tuple(one.strip().strip("[]") for one in parts[-1].split(","))
    if port in (None, -1) or not parts[0] or not all(addresses):
        raise FailedError(
            NetworkFailure.NAME_NOT_RESOLVED, f"--resolve {text!r} cannot be read: write HOST:PORT:ADDRESS"
        )
    assert port is not None
    return Resolve(parts[0].strip("[]"), port, addresses)


def _port(text: str) -> int | None:
    """A port, None for an empty text, -1 for what is none."""
    if not text:
        return None
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) and 0 < int(text) < 65536 else -1
