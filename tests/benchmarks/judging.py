"""How many cases a second `judge` takes, on one core, its start included. Run: python -m tests.benchmarks.judging

The recorded cases, once and ten times over: fewer weigh the start more. The processor's seconds of the process are
counted, not the clock's, so that a busy machine is told apart from a slow program; the best of some runs is shown.
"""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 5
CASES = Path(__file__).resolve().parents[1] / "truth" / "cases.jsonl.gz"


def seconds(arguments: list[str]) -> float:
    """The processor's seconds of one fresh interpreter, its own and the system's for it."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL, timeout=300)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Print the start, then a line for each size of file."""
    cases = gzip.decompress(CASES.read_bytes())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cases.jsonl"
        for times in (0, 1, 10):
            path.write_bytes(cases * times)
            best = min(seconds(["-m", "cors_tui", "judge", str(path)]) for _ in range(RUNS))
            count = cases.count(b"\n") * times
            print(f"{count} cases: {best:.2f} s" + (f", {count / best:.0f} a second" if count else " to start"))


if __name__ == "__main__":
    main()
