"""The runtimes of the frameworks: found, and what the programs need installed once in a cache folder, under a lock.

``CORS_TUI_TEST_CACHE`` names the folder; without it, it is the system's place for caches.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

import platformdirs
import pytest

from cors_tui.fixes.framework import Program
from cors_tui.fixes.versions import Stack

INSTALL_SECONDS = 420
BUILD_SECONDS = 900


def cache_folder() -> Path:
    """Where packages and builds are kept between runs."""
    named = os.environ.get("CORS_TUI_TEST_CACHE")
    folder = Path(named) if named else Path(platformdirs.user_cache_dir("cors-tui-tests"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def need(program: str) -> str:
    """The path of `program`; skips the test, naming it, when it is missing."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    return found


@contextmanager
def locked(name: str) -> Generator[Path]:
    """A folder of the cache, held by this process alone."""
    folder = cache_folder() / name
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield folder


def run(command: list[str], folder: Path, seconds: int, env: Mapping[str, str] | None = None) -> None:
    """Run one step of an installation; fails the test with what it printed."""
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, timeout=seconds, env={**os.environ, **(env or {})}
        )
    except subprocess.TimeoutExpired:
        pytest.fail(f"{' '.join(command)} did not end within {seconds} s")
    if done.returncode != 0:
        pytest.fail(f"{' '.join(command)} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")


def node_modules(stack: Stack) -> Path:
    """The `node_modules` folder with the packages of `stack`."""
    need("node")
    npm = need("npm")
    with locked(_key("npm", stack)) as folder:
        if not (folder / "done").exists():
            manifest = {"private": True, "dependencies": dict(stack.packages)}
            (folder / "package.json").write_text(json.dumps(manifest))
            run([npm, "install", "--no-audit", "--no-fund", "--loglevel=error"], folder, INSTALL_SECONDS)
            (folder / "done").touch()
        return folder / "node_modules"


def venv(stack: Stack) -> Path:
    """A virtual environment of this Python with the packages of `stack`."""
    with locked(_key("venv", stack)) as folder:
        if not (folder / "done").exists():
            run([sys.executable, "-m", "venv", ".venv"], folder, INSTALL_SECONDS)
            wanted = [f"{name}=={version}" for name, version in stack.packages]
            run([".venv/bin/python", "-m", "pip", "install", "--quiet", *wanted], folder, INSTALL_SECONDS)
            (folder / "done").touch()
        return folder / ".venv"


def cargo_build(program: Program, binary: Path) -> None:
    """Build `program` in the one shared target folder and leave its executable at `binary`."""
    cargo = need("cargo")
    with locked("cargo") as folder:
        for path, text in program.files.items():
            (folder / path).parent.mkdir(exist_ok=True)
            (folder / path).write_text(text)
        run([cargo, "build", "--quiet", "-j2"], folder, BUILD_SECONDS, {"CARGO_TARGET_DIR": str(folder / "target")})
        shutil.copy(folder / "target/debug/cors-actix", binary)


def _key(kind: str, stack: Stack) -> str:
    return "-".join((kind, *(f"{name.replace('/', '_').strip('@')}-{version}" for name, version in stack.packages)))
