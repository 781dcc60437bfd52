"""How long the program takes to start, beside what cannot be beaten. Run: python -m tests.benchmarks.starting

Each pair is run in turn, A B A B ..., and the ratio of the medians is printed with the seconds themselves.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import dataclass

RUNS = 9

EMPTY_APP = """
import sys
from textual.app import App
from textual.widgets import Footer, Header, Static
class Empty(App):
    def compose(self):
        yield Header(); yield Static("x"); yield Footer()
    def on_mount(self):
        self.call_after_refresh(self.exit)
Empty().run(headless=True)
"""

GUIDE = """
from cors_tui.tui.app import guide_app
app = guide_app()
app.call_later(lambda: app.call_after_refresh(app.exit))
app.run(headless=True)
"""


@dataclass(frozen=True, slots=True)
class Pair:
    """What is measured, and what it is measured against: Python code run in a fresh interpreter."""

    title: str
    ours: list[str]
    theirs: list[str]


PAIRS = [
    Pair("--help against `python -c pass`", ["-m", "cors_tui", "--help"], ["-c", "pass"]),
    Pair("first frame against an empty Textual app", ["-c", GUIDE], ["-c", EMPTY_APP]),
]


def seconds(arguments: list[str]) -> float:
    """The wall-clock seconds of one fresh interpreter."""
    begun = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, timeout=60)
    return time.perf_counter() - begun


def main() -> None:
    """Print a line for each pair."""
    for pair in PAIRS:
        runs = [(seconds(pair.ours), seconds(pair.theirs)) for _ in range(RUNS + 1)][1:]
        ours = statistics.median(a for a, _ in runs)
        theirs = statistics.median(b for _, b in runs)
        ratio = statistics.median(a / b for a, b in runs)
        print(f"{pair.title}: {ours:.3f} s / {theirs:.3f} s, ratio {ratio:.2f}")


if __name__ == "__main__":
    main()
