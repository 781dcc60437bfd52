"""Our record of a case beside the recorded one of a real engine, field by field."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from cors_tui.inputs.cases import RecordedCase, play, read_case
from cors_tui.standards.departures import Departures
from cors_tui.standards.request_headers import is_forbidden_header
from cors_tui.standards.verdict import Outcome

HERE = Path(__file__).parent
ENGINES = ("chromium", "firefox", "webkit")

Record = dict[str, Any]

CORS_HEADERS = ("origin", "access-control-request-method", "access-control-request-headers")
SEEN = ("resolved", "type", "allowed", "status", "url", "redirected", "headers_visible")
BROWSERS_OWN = ("user-agent", "accept", "accept-language", "cache-control", "pragma")
"""Headers that a browser adds itself when the author sets none: its dressing, compared elsewhere."""

NOT_MODELLED: dict[tuple[str, str], str] = {}
"""(engine, case) -> what the engine does, and why it is not modelled."""


@cache
def cases() -> dict[str, str]:
    """Every recorded case as its line of JSON, by id."""
    with gzip.open(HERE / "cases.jsonl.gz", "rt", encoding="utf-8") as lines:
        return {json.loads(line)["id"]: line for line in lines}


@cache
def case_of(name: str) -> RecordedCase:
    """A recorded case, read once."""
    return read_case(cases()[name])


@cache
def ended(name: str, departures: Departures) -> Outcome:
    """How a recorded case ends with us, played once for all that is compared with it."""
    return play(case_of(name), departures)


@cache
def records(engine: str) -> dict[str, Record]:
    """What `engine` did with each case, where it came to an end."""
    with gzip.open(HERE / f"{engine}.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [json.loads(line) for line in lines]
    return {each["id"]: each for each in found if each["outcome"] in ("resolved", "rejected")}


def disagreements(case: RecordedCase, ours: Record, theirs: Record) -> dict[str, tuple[object, object]]:
    """Every field that differs: what we say, what the engine did."""
    fields = [*(name for name in SEEN if name in theirs or name in ours), "requests"]
    mine = {**ours, "requests": _requests(case, ours["requests"], asked=None)}
    sent = [{name for name, _ in each[-1]} for each in mine["requests"]]
    real = {**theirs, "requests": _requests(case, theirs["requests"], asked=sent)}
    return {name: (mine.get(name), real.get(name)) for name in fields if mine.get(name) != real.get(name)}


def _requests(case: RecordedCase, requests: list[Record], asked: list[set[str]] | None) -> list[Any]:
    """Requests as compared; equal ones in a row count once, because how often an engine retries is chance."""
    shown = [(each["role"], each["hop"], each["method"], each["target"], _headers(case, each)) for each in requests]
    once = [first for first, _ in groupby(shown)]
    if asked is None:
        return once
    return [_without_dressing(each, names) for each, names in zip(once, asked, strict=False)] + once[len(asked) :]


def _headers(case: RecordedCase, request: Record) -> tuple[tuple[str, str], ...]:
    wanted = set(CORS_HEADERS)
    if request["role"] == "actual":
        wanted |= {name.lower() for name, value in case.request.headers if not is_forbidden_header(name, value)}
        wanted |= {"content-type", "cookie"}
    found: dict[str, str] = {}
    for name, value in request["headers"]:
        lower = name.lower()
        if lower in wanted and (text := _comparable(lower, value)):
            found[lower] = f"{found[lower]}, {text}" if lower in found else text
    return tuple(sorted(found.items()))


def _comparable(name: str, value: str) -> str:
    if name == "cookie":  # other cookies are left over from cases that ran before in the same browser
        return "; ".join(each for each in value.split("; ") if each.startswith("o_"))
    return re.sub("boundary=.*", "boundary=...", value) if name == "content-type" else value or "(empty)"


def _without_dressing(request: Any, ours: set[str]) -> Any:
    kept = tuple((name, value) for name, value in request[-1] if name in ours or name not in BROWSERS_OWN)
    return (*request[:-1], kept)
