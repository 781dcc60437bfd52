"""Real proxies, started in the foreground on loopback with one of the configurations beside this file, always ended.

A configuration is the part that a person would write; ``_frame`` holds what it stands in. ``@PORT@`` is where the
proxy listens, ``@ORIGIN@`` the server behind it, ``@FOLDER@`` a scratch folder.
"""

from __future__ import annotations

import os
import signal
import subprocess
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.live import toolchains
from tests.live.frameworks.wire import free_port, wait_until_listening

CONFIGS = Path(__file__).resolve().parent / "configs"
END_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Product:
    """One proxy: its program, and how it is started with the file `@CONFIG@` in the foreground."""

    name: str
    program: str
    start: tuple[str, ...]


PRODUCTS = {
    product.name: product
    for product in (
        Product("nginx", "nginx", ("-p", "@FOLDER@", "-c", "@CONFIG@", "-g", "daemon off;")),
        Product("haproxy", "haproxy", ("-db", "-q", "-f", "@CONFIG@")),
        Product(
            "varnish",
            "varnishd",
            ("-F", "-n", "@FOLDER@/work", "-a", "127.0.0.1:@PORT@", "-f", "@CONFIG@", "-s", "malloc,16m", "-T", "none"),
        ),
        Product("caddy", "caddy", ("run", "--adapter", "caddyfile", "--config", "@CONFIG@")),
        Product("apache", "apache2", ("-DFOREGROUND", "-f", "@CONFIG@")),
    )
}


@dataclass(frozen=True, slots=True)
class Config:
    """One configuration file. Its head says in comments what `failure` it shows and what must be said of it."""

    product: str
    path: Path

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def id(self) -> str:
        return f"{self.product}-{self.name}"

    def said(self, key: str) -> str:
        """What the head says after ``# key:``, "" when it says nothing."""
        lines = self.path.read_text(encoding="utf-8").splitlines()
        found = (line.removeprefix(f"# {key}:").strip() for line in lines if line.startswith(f"# {key}:"))
        return next(found, "")

    def text(self, **values: object) -> str:
        """The whole configuration: the frame with this part in it, and the values put in."""
        frame = (CONFIGS / self.product / "_frame").read_text(encoding="utf-8")
        text = frame.replace("@BODY@", self.path.read_text(encoding="utf-8"))
        for name, value in values.items():
            text = text.replace(f"@{name}@", str(value))
        return text


def configs(folder: str) -> list[Config]:
    """Every configuration in `folder` (``broken`` or ``working``) of every product."""
    return [
        Config(product, path)
        for product in PRODUCTS
        for path in sorted((CONFIGS / product / folder).iterdir())
        if not path.name.startswith("_")
    ]


def config(product: str, name: str) -> Config:
    """The configuration called `name` ("broken/strip") of `product`."""
    return Config(product, CONFIGS / product / name)


@contextmanager
def proxy(chosen: Config, origin_port: int) -> Generator[int]:
    """Run the proxy with `chosen` in front of the server on `origin_port` until the block ends; its port."""
    product = PRODUCTS[chosen.product]
    program, port = toolchains.need(product.program), free_port()
    with tempfile.TemporaryDirectory(prefix="cors-tui-proxy-") as name:
        folder = Path(name)
        folder.chmod(0o755)  # workers run as another user
        (folder / "writable").mkdir()
        (folder / "writable").chmod(0o777)
        values = {
            "PORT": port,
            "ORIGIN": f"127.0.0.1:{origin_port}",
            "ORIGIN_PORT": origin_port,
            "FOLDER": folder,
            "CONFIG": folder / "config",
        }
        (folder / "config").write_text(chosen.text(**values), encoding="utf-8")
        command = [program, *(_filled(part, values) for part in product.start)]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                command, cwd=folder, env=_environment(folder), stdout=log, stderr=log, start_new_session=True
            )
            try:
                wait_until_listening(process, port)
                yield port
            except RuntimeError as error:
                pytest.fail(f"{chosen.id}: {error}:\n{(folder / 'log').read_text(errors='replace')[-3000:]}")
            finally:
                _end(process)


def _filled(part: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        part = part.replace(f"@{name}@", str(value))
    return part


def _environment(folder: Path) -> dict[str, str]:
    """Caddy keeps its state under the home directory."""
    return {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(END_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # its workers, too
        process.wait()
