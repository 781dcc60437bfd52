"""Go through whole families with one real engine: ``python -m tests.live.browsers.go_through ENGINE [FAMILY ...]``.

Not part of the tests, which ask random cases: ten thousand cases take some minutes. What differs is printed, less what
`NOT_MODELLED` names; the cases are left in a file that ``cors-tui judge`` takes.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.live.browsers import families
from tests.live.browsers.compare import disagreements
from tests.live.browsers.known import known_reason
from tests.live.browsers.recorder import ENGINES, record, write_lines

Case = dict[str, Any]
AT_ONCE = 1500

_RARE = ("probe-44-", "integrity-7-", "place-19-", "cache-only-if", "two-", "scheme-17-")


def _is_no_call(case: Case) -> bool:
    """Whether it is not script that asks; what the family of elements is about has lines that name their URL."""
    return case["request"]["api"] not in ("fetch", "xhr") and not case["id"].startswith("elements-")


NOT_MODELLED: tuple[tuple[str, frozenset[str], Callable[[Case], bool]], ...] = (
    ("every address here is loopback: Local Network Access is recorded, and asked in test_ask",
     frozenset(ENGINES), lambda case: case["id"].startswith("lna-")),
    ("the page gave up before the engine did: no verdict", frozenset(ENGINES), lambda case: "never" in case["id"]),
    ("a line about the type of an event stream names no URL, and so no case",
     frozenset({"chromium"}), lambda case: case["request"]["api"] == "eventsource"),
    ("most lines about elements and event streams name no URL: they are taken for the next case's",
     frozenset({"webkit"}),
     lambda case: _is_no_call(case) or case["id"].startswith("mixed-")),
    ("what libsoup makes of odd lengths, line breaks first, a head cut off: about transport",
     frozenset({"webkit"}), lambda case: case["id"].startswith("wire-")),
    ("which process refuses a preflight to a forbidden port is chance, and so is its line",
     frozenset({"webkit"}), lambda case: ":25/" in str(case["server"]) and case["request"]["method"] == "PUT"),
    ("a byte that is no UTF-8 in the host of a Location becomes a name that no URL parser gives",
     frozenset({"webkit"}), lambda case: case["id"].startswith("place-51-")),
    ("`Range: bytes=+0-9`, an integrity of one space, FTP with redirect manual, only-if-cached at home, two Locations: "
     "one row each, rarer than their rules would be readable",
     frozenset({"webkit"}), lambda case: case["id"].startswith(_RARE)),
    ("keepalive follows within the page's origin to a URL with a password, and fails then",
     frozenset({"chromium"}), lambda case: case["id"].startswith("led-22-") and "keepalive" in case["id"]),
)  # fmt: skip
"""What is not modelled: the reason, the engines, the cases. Fonts' files are asked for where they are installed."""


def not_modelled(case: Case, engine: str) -> str | None:
    return next((reason for reason, engines, applies in NOT_MODELLED if engine in engines and applies(case)), None)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("family", nargs="*", choices=[[], *families.FAMILIES])
    asked = parser.parse_args()
    cases = list(families.cases(*asked.family))
    left: list[Case] = []
    for start in range(0, len(cases), AT_ONCE):
        part = cases[start : start + AT_ONCE]
        with tempfile.TemporaryDirectory() as folder:
            recording = record(asked.engine, part, Path(folder))
        for case, each in zip(part, recording.records, strict=True):
            found = disagreements(case, each, with_console=True)
            if found and not (known_reason(case, asked.engine, found) or not_modelled(case, asked.engine)):
                left.append(case)
                print(case["id"], *(f"\n  {name}\n    {theirs}\n    {ours}" for name, (theirs, ours) in found.items()))
    path = Path(f"{asked.engine}-disagreements.jsonl")
    if left:
        write_lines(path, left)
    print(f"{asked.engine}: {len(cases)} cases, {len(left)} differ" + (f"; cors-tui judge {path}" if left else ""))


if __name__ == "__main__":
    main()
