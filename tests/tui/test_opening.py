"""Opening screens: the heavy ones only when they are needed, and the lab closed before another is opened."""

from __future__ import annotations

import socket
import subprocess
import sys

from tests.tui.driving import SMALL, lab


def test_the_first_frame_loads_neither_probe_nor_causes() -> None:
    """The start screen asks for nothing they know."""
    heavy = ("httpx", "pyperclip", "cors_tui.probe", "cors_tui.diagnosis", "cors_tui.lab", "cors_tui.fixes")
    code = f"import sys, cors_tui.tui.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"


def listens(port: int) -> bool:
    with socket.socket() as asking:
        return asking.connect_ex(("127.0.0.1", port)) == 0


async def test_another_scenario_closes_the_one_before() -> None:
    """One lab at a time."""
    async with lab("no-header", SMALL) as run:
        first = run.guide.running_lab
        assert first is not None
        assert listens(first.ports.edge)
        run.app.action_lab()
        await run.keys("down", "enter")
        second = run.guide.running_lab
        assert second is not None
        assert second is not first
        assert not listens(first.ports.edge)
