"""Our judgement of a case beside what a real engine did with it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from cors_tui.browsers.browser import Browser, ConsoleLine, known_browsers
from cors_tui.inputs.cases import in_one, play_each, read_case
from cors_tui.inputs.recording import recorded, type_of

Case = dict[str, Any]
Record = dict[str, Any]
Sent = tuple[str, int, str, str, tuple[tuple[str, str], ...]]

COMPARED_HEADERS = ("origin", "access-control-request-method", "access-control-request-headers")
_OPAQUE = re.compile(r"moz-nullprincipal:\{[^}]*\}")
_STACK = re.compile(r"(?s)^(Local Network Access [^\n]*)\n.*")
_LOOKED_UP = re.compile(r"(target “https?://(?!localhost)[a-z.]*[a-z][^“”]*”) \([^ ]+\)")
_REACHED = "Local Network Access detected"
"""How Firefox tells, now before and now after its other lines, that a local address was reached, or that a question to
the person has ended: then by the recorder's doing, which gave up waiting."""
_OF_THE_SCRIPT = re.compile(r"(?:Syntax|Reference)Error: ")
"""How a script that was loaded fails by itself."""
_IN_ANY_ORDER = ("DATA_URI_BLOCKED", "SOP", "Invalid HTTP Status Lines", "MIMEMISMATCH", "ORB")
"""Sources whose lines another part of Firefox prints, before or after the channel's own."""
VERDICT = ("resolved", "type", "headers_visible", "requests")


def judge(case: Case, engine: str, *, with_console: bool = True) -> Record:
    """What the program says `engine` does with `case`: the compared fields, in the names of the recordings."""
    browser = known_browsers()[engine]
    read = read_case(json.dumps(case))
    outcomes = tuple(play_each(read, browser.departures))
    outcome = in_one(outcomes)
    return {
        "resolved": outcome.resolved,
        "type": type_of(read, outcome) if outcome.resolved else None,
        "headers_visible": list(outcome.visible_headers) if outcome.resolved and _is_read(case) else None,
        "requests": without_repeats(_compared(each) for each in recorded(read, outcome)["requests"]),
        "console": [line for each in outcomes for line in _lines(browser.write(each, read.request))]
        if with_console
        else [],
    }


def observed(case: Case, record: Record) -> Record:
    """What the engine did, in the same shape."""
    return {
        "resolved": record["resolved"],
        "type": record.get("type") if record["resolved"] else None,
        "headers_visible": record.get("headers_visible"),
        "requests": without_repeats(_compared(each) for each in record["requests"]),
        "console": [
            (line["text"], line["source"], line["level"])
            for line in record["console"]
            if (record.get("outcome") != "timeout" or not line["text"].startswith(_REACHED))
            and not _OF_THE_SCRIPT.match(line["text"])
        ],
    }


def disagreements(case: Case, record: Record, *, with_console: bool) -> dict[str, tuple[Any, Any]]:
    """Every compared field in which we differ: its name, what the engine did, what we say."""
    theirs, ours = observed(case, record), judge(case, record["engine"], with_console=with_console)
    for side in (theirs, ours):
        side["console"] = _without_chance([(_settled(text), *rest) for text, *rest in side["console"]])
    fields = (*VERDICT, "console") if with_console and not _closes(case) else VERDICT
    return {field: (theirs[field], ours[field]) for field in fields if theirs[field] != ours[field]}


def same_major(browser: Browser, version: str) -> bool:
    """Whether a running browser (``Chrome/156.0.8078.79``) has the version its messages were recorded from."""
    return version.partition("/")[2].partition(".")[0] == browser.version.partition(".")[0]


def without_repeats(requests: Iterable[Sent]) -> list[Sent]:
    """Equal requests in a row count once: how often an engine retries a closed connection is chance."""
    return [first for first, _ in groupby(requests)]


def _is_read(case: Case) -> bool:
    """Whether script is given the response, and not only told that it came."""
    return case["request"]["api"] in ("fetch", "xhr")


def _closes(case: Case) -> bool:
    """Whether a connection is closed without an answer: what Firefox then prints changes from run to run."""
    return any(case["server"].get(answer, {}).get("close") for answer in ("preflight", "actual"))


def _without_chance(lines: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Lines in one order where it changes from run to run, and those once that come once or twice."""
    told = [first for first, _ in groupby(lines)] if _has(lines, "Event Source") else lines
    mixed = any(_has(told, source) for source in _IN_ANY_ORDER) or any(line[0].startswith(_REACHED) for line in told)
    return sorted(told) if mixed else told


def _has(lines: list[tuple[str, ...]], source: str) -> bool:
    return any(line[1] == source for line in lines)


def _settled(text: str) -> str:
    """A text without what is chance in it, or not known here: the identity of an opaque origin in Firefox, the stack of
    the recorder's script, and the address that a name led to."""
    return _LOOKED_UP.sub(r"\1", _STACK.sub(r"\1", _OPAQUE.sub("moz-nullprincipal:{}", text)))


def _lines(lines: Iterable[ConsoleLine]) -> list[tuple[str, str, str]]:
    return [(line.text, line.source, line.level) for line in lines]


def _compared(request: Record) -> Sent:
    kept = ((name.lower(), value) for name, value in request["headers"] if name.lower() in COMPARED_HEADERS)
    return request["role"], request["hop"], request["method"], request["target"], tuple(sorted(kept))
