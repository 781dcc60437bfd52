"""JavaScript of a page: `fetch`, axios, XMLHttpRequest, jQuery, ky, elements, and what panels copy. Never run."""

from __future__ import annotations

import re

from cors_tui.case import Call
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._markdown import within

_CALL = re.compile(
    r"(?<![\w$.])(?:await[ \t]+)?(?:(?:window|globalThis|self)\.)?(?:fetch|\$fetch|axios|ky|axios\.\w+|ky\.\w+"
    r"|(?:\$|jQuery)\.(?:ajax|get|post|getJSON)|this\.\w+\.(?:get|post|put|patch|delete|head|options|request))"
    r"(?:<[^()\n]{0,200}>)?[ \t]*\(\s*[\"'`{\w\[/$]|new[ \t]+(?:EventSource|FontFace|Image)[ \t]*\("
    r"|\bimport[ \t]*\(\s*[\"'`](?:https?:)?//|\.createElement\(\s*[\"'`](?:img|script|link)[\"'`]"
    r"|new[ \t]+XMLHttpRequest\b|\.open\([ \t]*[\"'`]\w+[\"'`][ \t]*,"
)
_FRAME = re.compile(r"\b(?:fetch|axios|ky) \([^()\s]*:\d+(?::\d+)?\)")
_BEGINS = re.compile(
    r"\s*(?://[^\n]*\n\s*|/\*|import\b|export\b|const\b|let\b|var\b|await\b|async\b|return\b|function\b|try\b|fetch\("
    r"|(?:axios|ky|\$|jQuery)[.(])"
)
_TYPE_ARGUMENTS = re.compile(r"(?<=[\w$])<(?=[A-Za-z{\[(])[\w\s$.,|&?:;'\"\[\]{}<>]{1,160}?>(?=\()")
"""TypeScript's, which the grammar of JavaScript takes for a comparison."""

_LONGEST = 500_000
_MOST = 100


def claim(text: str) -> float:
    """A call of a known client is likely code, and surely where the text begins as code does. A stack frame is none."""
    found = _CALL.search(_FRAME.sub("", text))
    if not found:
        return 0.0
    return 0.93 if _BEGINS.match(text) else 0.8


def read(text: str) -> Understood:
    """Every request the code makes, in its order."""
    from cors_tui.inputs.javascript.asked import call_of
    from cors_tui.inputs.javascript.client import known_clients
    from cors_tui.inputs.javascript.evaluating import Evaluator
    from cors_tui.inputs.javascript.syntax import parse

    evaluator = Evaluator(parse(_TYPE_ARGUMENTS.sub(_blank, within(text[:_LONGEST], _CALL))))
    calls: list[Call] = []
    says: list[str] = []
    missed: list[str] = []
    for node in evaluator.names.calls:
        asked = next((made for client in known_clients().values() if (made := client.asked(node, evaluator))), None)
        if asked is None:
            continue
        call, notes, unknown = call_of(asked)
        calls.append(call)
        says += notes
        missed += unknown
        if len(calls) >= _MOST:
            missed.append(f"Only the first {_MOST} requests were read.")
            break
    if len(text) > _LONGEST:
        missed.append(f"Only the first {_LONGEST} characters of the code were read.")
    if not calls:
        missed.append(
            "No call of fetch, axios, XMLHttpRequest, jQuery, ky, HttpClient or EventSource was found in the code, and "
            "no element that loads a URL."
        )
    return Understood("code", tuple(calls), says=tuple(dict.fromkeys(says)), missed=tuple(dict.fromkeys(missed)))


def _blank(types: re.Match[str]) -> str:
    return " " * len(types[0])


READER = Reader("code", claim, read)
