"""What both drivers share: a page, cases run on it, and which console line belongs to which case."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

Case = dict[str, Any]
Record = dict[str, Any]

LANES = 8
"""Cases at a time on one page: what one server's six connections and two cores can bear."""

DEFAULT_TIMEOUT_MS = 10_000
"""A case that hangs is known to; every other has time on a busy machine."""

SCRIPT = re.sub(r"^//.*\n", "", Path(__file__).with_name("page.js").read_text(encoding="utf-8"))
_NAMED = re.compile(r"/case/([A-Za-z0-9_-]+)")


class Driver(Protocol):
    """One engine: opens a page, runs cases on it."""

    name: str
    version: str

    async def visit(self, url: str) -> None:
        """Open a page really served and wait until it is there."""

    async def evaluate(self, script: str) -> str:
        """The string a script gives on the page."""

    async def console(self) -> list[dict[str, str]]:
        """Every console line since the last call, once no more come: text, source, level, url."""


def page_url(case: Case) -> str:
    """Where the page of a case stands; a sandboxed one of origin ``null`` on `localhost`, as it was recorded."""
    return "http://localhost:3000/" if case["page_origin"] == "null" else f"{case['page_origin']}/"


def page_headers(case: Case) -> list[list[str]]:
    headers = [list(pair) for pair in (case.get("page") or {}).get("headers", ())]
    return (
        [*headers, ["Content-Security-Policy", "sandbox allow-scripts"]] if case["page_origin"] == "null" else headers
    )


def groups(cases: Iterable[Case]) -> list[list[Case]]:
    """Cases that can share one visit of a page. A `serial` one has it to itself."""
    shared: dict[str, list[Case]] = defaultdict(list)
    for number, case in enumerate(cases):
        alone = f" {number}" if case.get("serial") else ""
        shared[f"{case['page_origin']} {json.dumps(case.get('page'))}{alone}"].append(case)
    return list(shared.values())


def run_script(cases: list[Case]) -> str:
    asked = [
        {"id": c["id"], "request": c["request"], "timeout_ms": c.get("timeout_ms", DEFAULT_TIMEOUT_MS)} for c in cases
    ]
    return f"({SCRIPT.strip()})({json.dumps(asked)}, {LANES})"


def case_of(line: dict[str, str]) -> str | None:
    """The case a console line speaks of: by the URL in its text, else by the URL it came with."""
    found = _NAMED.search(line["text"]) or _NAMED.search(line.get("url", ""))
    return found[1] if found else None


def record(case: Case, engine: str, seen: dict[str, Any], lines: list[dict[str, str]], requests: list[Any]) -> Record:
    """One record in the format of the recordings."""
    shown = {key: value for key, value in seen.items() if key not in ("id", "error")}
    return {
        "id": case["id"], "engine": engine, "allowed": seen.get("type") == "cors", **shown,
        "console": lines, "requests": requests,
    }  # fmt: skip
