"""The bytes that reach a real terminal: drawn by a terminal emulator, and not one escape sequence of a server's."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import termios
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pyte
import pytest

EVIL = b"X-Evil: [/b]\x1b]52;c;ZXZpbA==\x07\x1b[2J\x9b31m\x9d0;title\x9c end\r\n"
ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nAccess-Control-Allow-Origin: \x1b]52;c;ZXZpbA==\x07\r\n"
    + EVIL
    + b"\r\nok"
)
DEADLINE = 60.0


class _Evil(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.wfile.write(ANSWER)
        self.close_connection = True

    def log_message(self, *_args: object) -> None:
        """Silent: the test reads another stream."""


@pytest.fixture
def evil_port() -> object:
    """A server whose header values are escape sequences."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Evil) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()


class Terminal:
    """A pseudo terminal with the guide in it, and an emulator that draws what it writes."""

    def __init__(self, code: str, columns: int = 140, rows: int = 45) -> None:
        self.screen = pyte.Screen(columns, rows)
        self.stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.pid, self.file = pty.fork()
        if self.pid == 0:  # pragma: no cover -- the child
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor", XDG_STATE_HOME="/nonexistent")
            os.execv(sys.executable, [sys.executable, "-c", code])
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, done: Callable[[str], bool]) -> str:
        """Read until the screen says so; fails with the screen when it never does."""
        end = time.monotonic() + DEADLINE
        while not done(self.text):
            ready, _, _ = select.select([self.file], [], [], max(0.0, end - time.monotonic()))
            assert ready, f"never came:\n{self.text}"
            data = os.read(self.file, 65536)
            self.raw += data
            self.stream.feed(data)
        return self.text

    def press(self, keys: bytes) -> None:
        os.write(self.file, keys)

    def wait(self) -> int:
        """Read to the end and give the exit code."""
        while True:
            try:
                data = os.read(self.file, 65536)
            except OSError:
                break
            if not data:
                break
            self.raw += data
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


GUIDE = """
import sys
from cors_tui.case import Call, Case
from cors_tui.tui.app import run_guide
sys.exit(run_guide(Case(Call(url="http://127.0.0.1:{port}/x", origin="http://localhost:3000"))))
"""


def test_no_byte_of_a_servers_escape_sequences_reaches_the_terminal(evil_port: int) -> None:
    """Clipboard, title and clear-screen sequences in header values are drawn as text, in every step."""
    terminal = Terminal(GUIDE.format(port=evil_port))
    terminal.until(lambda text: "Request type" in text and "r probe" in text)
    terminal.press(b"r")
    terminal.until(lambda text: text.count("BLOCKED") >= 3)
    text = terminal.until(lambda text: "x-evil" in text)
    assert "\\x1b]52;c;ZXZpbA==\\x07" in text
    for key, word in ((b"4", "CDN or proxy:"), (b"5", "cause"), (b"6", "policy"), (b"7", "Verify:")):
        terminal.press(key)
        terminal.until(lambda text, word=word: word in text)  # type: ignore[misc] # bound now
    terminal.press(b"\x03")
    terminal.until(lambda text: "again to leave" in text)
    terminal.press(b"\x03")
    assert terminal.wait() == 130
    for sequence in (b"\x1b]52", b"\x1b]0;title", b"\x9d0;", b"\x9b31m", b"\xc2\x9b", b"\xc2\x9d"):
        assert sequence not in terminal.raw
