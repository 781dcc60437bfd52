"""Booting one of our own small projects in a scratch folder: installed, started on loopback, and gone afterwards."""

from __future__ import annotations

import asyncio
import contextlib
import os
import shlex
import signal
import socket
import tempfile
from collections.abc import AsyncGenerator, Generator, Mapping, Sequence
from pathlib import Path

from cors_tui.fixes.framework import Program

INSTALL_SECONDS = 600.0
START_SECONDS = 60.0
_BETWEEN_LOOKS = 0.05
_LOOKS = 20
_KEPT_OUTPUT = 3000
_NOT_HANDED_ON = frozenset({"PORT", "NODE_ENV", "CORS_ORIGINS"})


class BootError(Exception):
    """A project could not be installed or started; the message says so in one sentence.

    `output` is the end of what it printed: foreign text, to be escaped where it is shown.
    """

    def __init__(self, says: str, output: str = "") -> None:
        super().__init__(says)
        self.output = output


@contextlib.contextmanager
def scratch(program: Program) -> Generator[Path]:
    """The files of `program` in a new folder that is removed when the block ends, however it ends."""
    with tempfile.TemporaryDirectory(prefix="cors-tui-try-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for path, text in program.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
        yield folder


async def run(command: Sequence[str], folder: Path, seconds: float = INSTALL_SECONDS) -> None:
    """Run one step of an installation in `folder`; `BootError` when it fails or takes longer than `seconds`."""
    async with _running(command, folder, {}) as process:
        try:
            code = await asyncio.wait_for(process.wait(), seconds)
        except TimeoutError:
            raise BootError(f"`{shlex.join(command)}` was not done in {seconds:g} s.", _output(folder)) from None
        if code:
            raise BootError(f"`{shlex.join(command)}` ended with code {code}.", _output(folder))


@contextlib.asynccontextmanager
async def serving(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float = START_SECONDS
) -> AsyncGenerator[int]:
    """Keep `command` running in `folder` until the block ends; the port of 127.0.0.1 it listens on.

    `BootError` when it ends by itself or does not listen within `seconds`.
    """
    port = free_port()
    async with _running(command, folder, {**environment, "PORT": str(port)}) as process:
        try:
            await asyncio.wait_for(_listening(process, port), seconds)
        except TimeoutError:
            raise BootError(f"It did not listen on its port in {seconds:g} s.", _output(folder)) from None
        if process.returncode is not None:
            raise BootError(f"It ended by itself with code {process.returncode}.", _output(folder))
        yield port


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


@contextlib.asynccontextmanager
async def _running(
    command: Sequence[str], folder: Path, environment: Mapping[str, str]
) -> AsyncGenerator[asyncio.subprocess.Process]:
    """`command` in a process group of its own, which is ended with the block."""
    inherited = {name: value for name, value in os.environ.items() if name not in _NOT_HANDED_ON}
    temporary = folder / ".tmp"  # what an installation leaves there when it is stopped goes with the folder, too
    temporary.mkdir(exist_ok=True)
    with _log(folder).open("wb") as log:
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                cwd=folder,
                env={**inherited, "TMPDIR": str(temporary), **environment},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        except OSError as error:
            raise BootError(f"`{command[0]}` could not be started: {error.strerror}.") from None
    try:
        yield process
    finally:
        await _end(process)


async def _end(process: asyncio.subprocess.Process) -> None:
    """End the whole group: what a program started must not outlive it."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    await process.wait()
    await _until_gone(process.pid)


async def _until_gone(group: int) -> None:
    """Wait a little for the children: one that still writes would keep the folder from being removed."""
    for _ in range(_LOOKS):
        try:
            os.killpg(group, 0)
        except OSError:
            return
        await asyncio.sleep(_BETWEEN_LOOKS)


async def _listening(process: asyncio.subprocess.Process, port: int) -> None:
    """Return when the port answers, or when the process has ended."""
    ended = asyncio.ensure_future(process.wait())
    try:
        while not ended.done():
            try:
                _, writer = await asyncio.open_connection("127.0.0.1", port)
            except OSError:
                await asyncio.wait({ended}, timeout=_BETWEEN_LOOKS)
            else:
                writer.close()
                return
    finally:
        ended.cancel()


def _log(folder: Path) -> Path:
    return folder / ".cors-tui-output"


def _output(folder: Path) -> str:
    """The end of what the program printed."""
    with _log(folder).open("rb") as log:
        log.seek(max(log.seek(0, os.SEEK_END) - _KEPT_OUTPUT, 0))
        return log.read().decode("utf-8", "replace")
