"""The programs that `Framework.program` writes, started on loopback as they are."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from cors_tui.fixes.framework import Framework, Program
from cors_tui.fixes.versions import Stack
from tests.live import toolchains
from tests.live.frameworks.wire import free_port, wait_until_listening


def prepare(framework: Framework, program: Program, stack: Stack, folder: Path) -> list[str]:
    """Write the project into `folder` with what it needs at hand; the argument vector that starts it."""
    start = list(program.start)
    for path, text in program.files.items():
        (folder / path).parent.mkdir(exist_ok=True, parents=True)
        (folder / path).write_text(text, encoding="utf-8")
    if "package.json" in program.files:
        (folder / "node_modules").symlink_to(toolchains.node_modules(stack))
    elif start[0] == "cargo":
        toolchains.cargo_build(program, folder / "binary")
        start = ["./binary"]
    elif framework.name == "nginx":
        toolchains.need("nginx")
    elif framework.language == "python":
        (folder / ".venv").symlink_to(toolchains.venv(stack))
    return start


@contextmanager
def started(start: list[str], folder: Path, env: Mapping[str, str]) -> Generator[int]:
    """Run `start` in `folder` until the block ends; the port it listens on."""
    port = free_port()
    log = folder / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            start, cwd=folder, env={**_bare_environment(), **env, "PORT": str(port)}, stdout=output, stderr=output
        )
        try:
            wait_until_listening(process, port)
            yield port
        except RuntimeError as error:
            pytest.fail(f"{error}:\n{log.read_text(errors='replace')[-3000:]}")
        finally:
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def scratch() -> Generator[Path]:
    """A folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="cors-tui-framework-") as folder:
        yield Path(folder)


def _bare_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in ("CORS_ORIGINS", "PORT", "NODE_ENV")}
