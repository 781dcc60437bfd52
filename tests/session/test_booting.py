"""Projects in a scratch folder: started for real, their failures said, and nothing of them left."""

from __future__ import annotations

import os
import select
import socket
import sys
from pathlib import Path

import pytest

from cors_tui.fixes.framework import Program
from cors_tui.session.booting import BootError, free_port, run, scratch, serving

SERVER = """\
import http.server, os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
open("pids", "w").write(f"{os.getpid()} {child.pid}")
print("listening with", os.environ.get("ALLOWED"), os.environ.get("NODE_ENV"), flush=True)
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), http.server.BaseHTTPRequestHandler).serve_forever()
"""
SERVES = Program({"deep/app.py": SERVER}, (), (sys.executable, "deep/app.py"), "deep/app.py")
FAILS = (sys.executable, "-c", "print('no such package', '\\x1b[31m'); raise SystemExit(7)")
HANGS = (sys.executable, "-c", "import time; time.sleep(600)")


def gone(pid: int, within: float = 5) -> bool:
    """Whether the process has ended, or does so `within` seconds."""
    try:
        process = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([process], [], [], within)[0])
    finally:
        os.close(process)


async def test_what_was_started_is_gone_with_all_its_children_and_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also when the work in the block fails; the person's own NODE_ENV is not handed on."""
    monkeypatch.setenv("NODE_ENV", "production")
    with scratch(SERVES) as folder:
        seen: list[int] = []
        with pytest.raises(ZeroDivisionError):
            await _fail_while_serving(folder, seen)
        port, *pids = seen
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), 5)
        assert len(pids) == 2
        assert all(map(gone, pids))
    assert not folder.exists()


async def test_a_temporary_folder_of_what_is_run_is_in_its_own() -> None:
    """An installation that is stopped has no time to remove its own."""
    program = Program({}, (), (), "")
    with scratch(program) as folder:
        code = "import tempfile; open('where', 'w').write(tempfile.mkdtemp())"
        await run((sys.executable, "-c", code), folder)
        made = Path((folder / "where").read_text())
        assert folder in made.parents
    assert not folder.exists()


async def _fail_while_serving(folder: Path, seen: list[int]) -> None:
    """Leave the port and both process ids in `seen`."""
    async with serving(SERVES.start, folder, {"ALLOWED": "https://a.test"}) as port:
        socket.create_connection(("127.0.0.1", port), 5).close()
        seen += [port, *map(int, (folder / "pids").read_text().split())]
        assert "listening with https://a.test None" in (folder / ".cors-tui-output").read_text()
        assert not any(gone(pid, within=0) for pid in seen[1:])
        raise ZeroDivisionError


FAILURES = [
    ("it ends with a code", FAILS, 30, "ended with code 7", "no such package"),
    ("it takes too long", HANGS, 0.2, "was not done in 0.2 s", ""),
    ("there is no such program", ("/no/such/program",), 30, "could not be started: No such file", ""),
]


@pytest.mark.parametrize(("what", "command", "seconds", "says", "output"), FAILURES, ids=[row[0] for row in FAILURES])
async def test_an_installation_that_fails(
    what: str, command: tuple[str, ...], seconds: float, says: str, output: str, tmp_path: Path
) -> None:
    """One sentence, and what was printed apart from it."""
    with pytest.raises(BootError, match=says) as raised:
        await run(command, tmp_path, seconds)
    assert output in raised.value.output


async def test_an_installation_that_succeeds_says_nothing(tmp_path: Path) -> None:
    """It ran in the folder it was given."""
    await run((sys.executable, "-c", "open('made', 'w')"), tmp_path)
    assert (tmp_path / "made").exists()


STARTS = [
    ("it ends by itself", FAILS, 30, "ended by itself with code 7"),
    ("it never listens", HANGS, 0.2, "did not listen on its port in 0.2 s"),
]


@pytest.mark.parametrize(("what", "command", "seconds", "says"), STARTS, ids=[row[0] for row in STARTS])
async def test_a_server_that_does_not_come_up(
    what: str, command: tuple[str, ...], seconds: float, says: str, tmp_path: Path
) -> None:
    """The block is never entered."""
    with pytest.raises(BootError, match=says):
        async with serving(command, tmp_path, {}, seconds):
            raise AssertionError(what)


def test_a_free_port_can_be_listened_on() -> None:
    """At once, on loopback."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", free_port()))
