"""Real proxies on loopback, each started with a configuration of its own and stopped at the end."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a proxy works: its own folder, the port it listens on, and the port of the server behind it."""

    folder: Path
    port: int
    behind: int

    def write(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


Start = Callable[[Place, str], list[str]]
"""Writes the configuration (with ``BEHIND`` for the server's port) and gives the command."""


def _nginx(place: Place, config: str) -> list[str]:
    """`config` is what stands inside ``server``; what comes before a line ``---`` stands inside ``http``."""
    http, _, server = config.rpartition("---")
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = " ".join(f"{kind}_temp_path {place.folder}/{kind};" for kind in kinds)
    text = (
        f"daemon off; master_process off; pid {place.folder}/pid; error_log {place.folder}/errors; events {{}}\n"
        f"http {{ access_log off; {folders}\n{http.replace('FOLDER', str(place.folder))}\n"
        f"server {{ listen 127.0.0.1:{place.port};\n{server}\n}} }}\n"
    )
    return ["nginx", "-e", f"{place.folder}/first-errors", "-c", place.write("nginx.conf", text)]


def _haproxy(place: Place, config: str) -> list[str]:
    """`config` stands inside ``frontend``."""
    text = (
        "defaults\n mode http\n timeout connect 2s\n timeout client 5s\n timeout server 5s\n"
        f"frontend page\n bind 127.0.0.1:{place.port}\n{config}\n default_backend api\n"
        f"backend api\n server api 127.0.0.1:{place.behind}\n"
    )
    return ["haproxy", "-db", "-f", place.write("haproxy.cfg", text)]


def _varnish(place: Place, config: str) -> list[str]:
    """`config` is VCL, without the backend."""
    backend = f'backend api {{ .host = "127.0.0.1"; .port = "{place.behind}"; }}'
    vcl = place.write("default.vcl", f"vcl 4.1;\n{backend}\n{config}\n")
    return ["varnishd", "-F", "-a", f"127.0.0.1:{place.port}", "-f", vcl, "-n", str(place.folder / "work")]


def _caddy(place: Place, config: str) -> list[str]:
    """`config` stands inside the site."""
    text = f"{{\n admin off\n auto_https off\n}}\nhttp://127.0.0.1:{place.port} {{\n{config}\n}}\n"
    return ["caddy", "run", "--adapter", "caddyfile", "--config", place.write("Caddyfile", text)]


def _apache(place: Place, config: str) -> list[str]:
    """`config` stands at the top level, before ``ProxyPass``."""
    names = ("mpm_event", "authz_core", "proxy", "proxy_http", "headers", "rewrite", "setenvif", "alias", "env")
    modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in names)
    text = (
        f"ServerRoot {place.folder}\nServerName localhost\nPidFile {place.folder}/pid\nErrorLog {place.folder}/errors\n"
        f"{modules}\nListen 127.0.0.1:{place.port}\n{config}\nProxyPass / http://127.0.0.1:{place.behind}/\n"
    )
    return ["apache2", "-X", "-f", place.write("apache.conf", text)]


PROXIES: dict[str, Start] = {
    "nginx": _nginx,
    "haproxy": _haproxy,
    "varnish": _varnish,
    "caddy": _caddy,
    "apache": _apache,
}


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port: int = found.getsockname()[1]
    return port


@contextlib.contextmanager
def running(proxy: str, config: str, behind: int) -> Iterator[int]:
    """Run `proxy` in front of port `behind`; yield its port. Skips, naming it, where the program is missing."""
    with tempfile.TemporaryDirectory(prefix="cors-tui-proxy-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)  # some proxies give up their rights before they read their configuration
        with _started(proxy, config, Place(folder, free_port(), behind)) as port:
            yield port


@contextlib.contextmanager
def _started(proxy: str, config: str, place: Place) -> Iterator[int]:
    folder = place.folder
    command = PROXIES[proxy](place, config.replace("BEHIND", str(place.behind)))
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    said = (folder / "said").open("wb")
    process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, env={**os.environ, **home})
    try:
        _wait_for(place, process)
        yield place.port
    finally:
        process.terminate()
        process.wait(_SECONDS)
        said.close()


def _wait_for(place: Place, process: subprocess.Popen[bytes]) -> None:
    """Until the proxy accepts connections; a proxy that ends before has refused its configuration."""
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", place.port), 0.2):
            return
        time.sleep(0.02)
    pytest.fail((place.folder / "said").read_text(encoding="utf-8", errors="replace")[-2000:])
