"""Run the matrix on the newest versions of the registries and print what changed.

``python -m tests.live.frameworks.newest [FRAMEWORK...]``

It changes no file: what it prints is for the person who edits `cors_tui/fixes/versions.py`. nginx is the one that is
installed on this machine.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace

from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.fixes.versions import Stack
from tests.live.frameworks.test_answers import wrong_answers
from tests.live.frameworks.variants import VARIANTS

SECONDS = 60


def main() -> int:
    """0 when every newest stack answers as predicted, 1 when one does not."""
    failed = 0
    wanted = sys.argv[1:] or list(known_frameworks())
    for framework in (known_frameworks()[name] for name in wanted):
        for ran in framework.stacks:
            failed += _compare(framework, ran)
    return 1 if failed else 0


def _compare(framework: Framework, ran: Stack) -> int:
    """Print what is newer than `ran`, run it, and return how many answers were wrong."""
    stack = newest(framework, ran)
    if stack is None:
        print(f"{framework.title}: its package manager is not installed here")
        return 0
    pairs = zip(ran.packages, stack.packages, strict=True)
    changed = [f"{name} {old} -> {new}" for (name, old), (_, new) in pairs if old != new]
    print(f"{framework.title} {ran.version}: {', '.join(changed) or 'nothing newer'}")
    return _run(framework, stack) if changed else 0


def newest(framework: Framework, ran: Stack) -> Stack | None:
    """`ran` with every package at its newest version, an older major version at the newest of that; None where nothing
    here can tell."""
    program, ask = REGISTRIES[framework.language]
    if shutil.which(program) is None:
        return None
    major = "" if ran is framework.stacks[0] else ran.version.partition(".")[0]
    packages = tuple((name, ask(name, major if at == 0 else "")) for at, (name, _) in enumerate(ran.packages))
    return replace(ran, version=packages[0][1], packages=packages)


def _run(framework: Framework, stack: Stack) -> int:
    wrong = [
        f"  {variant.name}: {line}"
        for variant in VARIANTS
        if not any(fault.grave for fault in framework.faults(variant.policy))
        for line in wrong_answers(framework, stack, variant)
    ]
    print("\n".join(wrong) or "  answers as predicted")
    return len(wrong)


def _npm(name: str, major: str) -> str:
    command = ["npm", "view", f"{name}@{major}" if major else name, "version", "--json"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    found = json.loads(done.stdout)
    versions: list[str] = found if isinstance(found, list) else [found]
    return max(versions, key=lambda version: tuple(int(part) for part in re.findall(r"\d+", version)))


def _pip(name: str, _: str) -> str:
    command = [sys.executable, "-m", "pip", "index", "versions", name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    return done.stdout.split("(")[1].split(")")[0]


def _cargo(name: str, _: str) -> str:
    with tempfile.TemporaryDirectory() as outside:  # inside a project it would tell the version that stands there
        command = ["cargo", "info", "--color", "never", name]
        done = subprocess.run(command, cwd=outside, capture_output=True, text=True, timeout=SECONDS, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("version: "))
    return line.split()[1]


def _nginx(name: str, _: str) -> str:
    done = subprocess.run([name, "-v"], capture_output=True, text=True, timeout=SECONDS, check=True)
    return done.stderr.strip().rpartition("/")[2].split()[0]


REGISTRIES = {
    "javascript": ("npm", _npm),
    "python": (sys.executable, _pip),
    "rust": ("cargo", _cargo),
    "nginx": ("nginx", _nginx),
}

if __name__ == "__main__":
    sys.exit(main())
