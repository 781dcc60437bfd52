"""Recording in a process of its own: in namespaces of its own where the machine allows it, else on high ports."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cors_tui.probe.real_browser.launch import installed_browsers
from tests.live.browsers.namespace import prefix
from tests.live.browsers.webkit import mini_browser

ENGINES = ("chromium", "firefox", "webkit")

ROOT = Path(__file__).resolve().parents[3]
LONGEST = 600

WARM_UP = [
    {
        "id": f"warm-up-{number}",
        "page_origin": "http://localhost:3000",
        "request": {
            "api": "fetch", "method": "PUT", "url": f"http://127.0.0.1:8000/case/warm-up-{number}", "headers": [],
            "credentials": "same-origin", "mode": "cors", "redirect": "follow", "body": None, "repeat": 2,
        },
        "server": {
            "preflight": {"status": 204, "headers": [
                ["Access-Control-Allow-Origin", "*"], ["Access-Control-Allow-Methods", "PUT"],
            ]},
            "actual": {"status": 200, "headers": [["Access-Control-Allow-Origin", "*"], ["Cache-Control", "no-store"]]},
        },
        "tags": [],
        "serial": True,
    }
    for number in range(5)
]  # fmt: skip
"""Run first and left out: Firefox, just started, drops its preflight cache once or twice."""


@dataclass(frozen=True)
class Recording:
    """What one engine did: its version, one record a case in their order, console lines that belong to no case.

    `note` says why there was no namespace, "" when there was one.
    """

    version: str
    records: list[dict[str, Any]]
    strays: list[str]
    note: str


def why_not(engine: str) -> str:
    """Why `engine` cannot be recorded on this machine; "" when it can."""
    if shutil.which("openssl") is None:
        return "openssl, which makes the certificate, is not installed"
    if engine != "webkit":
        return "" if engine in installed_browsers() else f"{engine} is not installed"
    if mini_browser() is None:
        return "MiniBrowser (Debian: libwebkit2gtk-4.1-0) or its display, Xvfb, is not installed"
    words, refused = prefix()
    return "" if words else f"WebKitGTK needs the recorded ports and host names to itself: {refused}"


def record(engine: str, cases: list[dict[str, Any]], folder: Path, *, near: bool = False) -> Recording:
    """Let `engine` run `cases`; files go to `folder`. With `near` at the addresses of `tests.live.browsers.near`, which
    needs a namespace. Raises RuntimeError with the recorder's own last words."""
    folder.mkdir(parents=True, exist_ok=True)
    asked, got = folder / f"{engine}-cases.jsonl", folder / f"{engine}-records.jsonl"
    write_lines(asked, WARM_UP + cases)
    words, why_not = prefix()
    command = [*words, sys.executable, "-m", "tests.live.browsers.record", engine, str(asked), str(got)]
    own = [*(["--own-namespace"] if words else []), *(["--near"] if near else [])]
    done = subprocess.run([*command, *own], cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
    if done.returncode:
        raise RuntimeError(f"{engine} could not be recorded: {done.stderr[-2000:]}")
    said = json.loads(done.stdout)
    records = [json.loads(line) for line in got.read_text(encoding="utf-8").splitlines()][len(WARM_UP) :]
    note = f"high ports instead of a namespace: {why_not}" if why_not else ""
    return Recording(said["version"], records, said["strays"], note)


def write_lines(path: Path, values: list[dict[str, Any]]) -> None:
    path.write_text("".join(json.dumps(value) + "\n" for value in values), encoding="utf-8")
