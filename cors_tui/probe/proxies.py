"""Which proxy a request goes through: the one given, or the system's own; never one for loopback."""

from __future__ import annotations

import ipaddress
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from cors_tui.probe.failures import FailedError
from cors_tui.standards.response import NetworkFailure
from cors_tui.standards.url import Url, parse_url


@dataclass(frozen=True, slots=True)
class Proxy:
    """An HTTP proxy. `given_by` says where it stands (``--proxy``, or the variable or setting of the system).

    `authorization` is the Proxy-Authorization value, "" when none; it is not shown by `repr`.
    """

    scheme: str
    host: str
    port: int
    given_by: str
    authorization: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.scheme}://{self.host}:{self.port}"


def is_loopback(host: str) -> bool:
    """A host that is this machine: ``localhost`` and names under it, 127.0.0.0/8, ::1.

    https://w3c.github.io/webappsec-secure-contexts/#localhost
    """
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def choose_proxy(
    url: Url, given: str, system: Mapping[str, str] | None = None, spared: str | None = None
) -> Proxy | None:
    """The proxy for `url`: `given` when not "", else the system's, unless the host is loopback or spared.

    `system` maps schemes to proxy URLs and `spared` is the text of NO_PROXY; both are read from the system when None.
    Raises `FailedError` with a sentence for a proxy that cannot be used.
    """
    if is_loopback(url.host):
        return None
    if given:
        return parse_proxy(given, "--proxy")
    return _system_proxy(url, system, spared)


def _system_proxy(url: Url, system: Mapping[str, str] | None, spared: str | None) -> Proxy | None:
    # The import is slow (http.client, email), and on macOS and Windows it is what knows the settings.
    from urllib.request import getproxies, proxy_bypass

    found = getproxies() if system is None else system
    text = found.get(url.scheme) or found.get("all") or ""
    if not text:
        return None
    if is_spared(url.host, url.port, found.get("no", "") if spared is None else spared):
        return None
    if system is None and proxy_bypass(url.host.strip("[]")):
        return None
    return parse_proxy(text, f"{url.scheme}_proxy" if found.get(url.scheme) else "all_proxy")


def is_spared(host: str, port: int | None, spared: str) -> bool:
    """NO_PROXY as curl reads it: names with everything under them, ``*``, addresses and address blocks."""
    name = host.strip("[]").rstrip(".").lower()
    return any(_matches(name, port, entry) for entry in spared.lower().replace(",", " ").split())


def _matches(name: str, port: int | None, entry: str) -> bool:
    if entry == "*":
        return True
    bare, _, entry_port = entry.rpartition(":") if entry.count(":") == 1 else (entry, "", "")
    if entry_port and entry_port != str(port):
        return False
    wanted = bare.strip("[]").removeprefix("*").strip(".")
    try:
        return ipaddress.ip_address(name) in ipaddress.ip_network(wanted, strict=False)
    except ValueError:
        return bool(wanted) and (name == wanted or name.endswith(f".{wanted}"))


def parse_proxy(text: str, given_by: str) -> Proxy:
    """The proxy `text` names; without a scheme it is http. Raises `FailedError` with what is wrong and what to do."""
    url = parse_url(text if "://" in text else f"http://{text}")
    if url is None or not url.host:
        raise FailedError(NetworkFailure.PROXY_FAILED, f"{given_by} is not a URL: write it as http://HOST:PORT")
    if url.scheme not in ("http", "https"):
        raise FailedError(
            NetworkFailure.PROXY_FAILED,
            f"{given_by} names a {url.scheme} proxy, which is not supported: give an HTTP proxy with --proxy",
        )
    port = url.port or 80
    if "://" not in text and ":" not in text.rpartition("@")[2].rpartition("]")[2]:
        port = 1080  # curl's default for a proxy without a port
    secret = f"{unquote(url.username)}:{unquote(url.password)}" if url.includes_credentials else ""
    authorization = f"Basic {b64encode(secret.encode()).decode()}" if secret else ""
    return Proxy(url.scheme, url.host, port, given_by, authorization)
