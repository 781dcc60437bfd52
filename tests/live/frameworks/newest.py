"""Run the matrix on the newest versions of the registries and print what changed.

``python -m tests.live.frameworks.newest [FRAMEWORK...]``

It changes no file: what it prints is for the person who edits `cors_tui/fixes/versions.py`. nginx is the one that is
installed on this machine.
"""

from __future__ import annotations

import json
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
        stack = newest(framework)
        if stack is None:
            print(f"{framework.title}: its package manager is not installed here")
            continue
        changed = [
            f"{name} {old} -> {new}"
            for (name, old), (_, new) in zip(framework.stacks[0].packages, stack.packages, strict=True)
            if old != new
        ]
        print(f"{framework.title}: {', '.join(changed) or 'nothing newer'}")
        if changed:
            failed += _run(framework, stack)
    return 1 if failed else 0


def newest(framework: Framework) -> Stack | None:
    """The stack with every package at its newest version; None where nothing here can tell."""
    program, ask = REGISTRIES[framework.language]
    if shutil.which(program) is None:
        return None
    packages = tuple((name, ask(name)) for name, _ in framework.stacks[0].packages)
    return replace(framework.stacks[0], version=packages[0][1], packages=packages)


def _run(framework: Framework, stack: Stack) -> int:
    wrong = [
        f"  {variant.name}: {line}"
        for variant in VARIANTS
        if not any(fault.grave for fault in framework.faults(variant.policy))
        for line in wrong_answers(framework, stack, variant)
    ]
    print("\n".join(wrong) or "  answers as predicted")
    return len(wrong)


def _npm(name: str) -> str:
    done = subprocess.run(
        ["npm", "view", name, "version", "--json"], capture_output=True, text=True, timeout=SECONDS, check=True
    )
    return str(json.loads(done.stdout))


def _pip(name: str) -> str:
    command = [sys.executable, "-m", "pip", "index", "versions", name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=True)
    return done.stdout.split("(")[1].split(")")[0]


def _cargo(name: str) -> str:
    with tempfile.TemporaryDirectory() as outside:  # inside a project it would tell the version that stands there
        command = ["cargo", "info", "--color", "never", name]
        done = subprocess.run(command, cwd=outside, capture_output=True, text=True, timeout=SECONDS, check=True)
    line = next(line for line in done.stdout.splitlines() if line.startswith("version: "))
    return line.split()[1]


def _nginx(name: str) -> str:
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
