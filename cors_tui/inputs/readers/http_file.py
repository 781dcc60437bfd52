"""``.http`` files, as editors send them: requests between ``###`` lines, with ``@name = value`` variables.

https://github.com/JetBrains/http-request-in-editor-spec/blob/master/spec.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.case import Call
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._page import call_from_wire
from cors_tui.inputs.readers._words import as_bytes_text
from cors_tui.standards.header_list import HeaderPair

_METHODS = "(?i:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|TRACE|CONNECT|QUERY)"
_REQUEST = re.compile(
    rf"(?:({_METHODS})[ \t]+)?((?:https?://|\{{\{{|//)\S*(?:[ \t]+[?&]\S*)*)[ \t]*(?:HTTP/\d(?:\.\d)?)?[ \t]*"
)
_WITH_METHOD = re.compile(rf"(?:{_METHODS})[ \t]+(?:https?://|\{{\{{)\S+[ \t]*(?:HTTP/\d(?:\.\d)?)?[ \t]*")
_SEPARATOR = re.compile(r"###")
_VARIABLE = re.compile(r"@([\w.-]+)[ \t]*=[ \t]*(.*)")
_USED = re.compile(r"\{\{\s*([^{}]{1,80}?)\s*\}\}")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)")
_LINE_END = re.compile(r"\r\n?|\n")
_COMMENT = re.compile(r"[ \t]*(?:#|//)")
_SCRIPT = re.compile(r"[<>][ \t]*(?:\{%|[\w./\\~@-])")
_MOST = 100
_MOST_FIELDS = 500
_LOOKED_AT = 200


def claim(text: str) -> float:
    """A request line that stands alone is likely; with ``###`` or a variable before it, it is sure."""
    lines = _LINE_END.split(text.strip(), maxsplit=_LOOKED_AT)[:_LOOKED_AT]
    if len(lines) < 2 or "net::ERR_" in text or not any(_WITH_METHOD.fullmatch(line) for line in lines):
        return 0.0
    marked = any(_SEPARATOR.match(line) or _VARIABLE.fullmatch(line) for line in lines)
    first = next((line for line in lines if line.strip() and not _COMMENT.match(line)), "")
    if marked:
        return 0.92
    return 0.86 if _WITH_METHOD.fullmatch(first) and any(_FIELD.fullmatch(line) for line in lines[1:]) else 0.0


def read(text: str) -> Understood:
    """Every request of the file, its variables filled in where the file gives them."""
    variables = _variables(text)
    calls: list[Call] = []
    says: list[str] = []
    missed: list[str] = []
    for block in _blocks(text):
        found = _call(block, variables, missed)
        if found is None:
            continue
        if len(calls) >= _MOST:
            missed.append(f"Only the first {_MOST} requests were read.")
            break
        calls.append(found[0])
        says += found[1]
    if not calls:
        missed.append("The file holds no request.")
    return Understood("headers", tuple(calls), says=tuple(dict.fromkeys(says)), missed=tuple(dict.fromkeys(missed)))


def _variables(text: str) -> dict[str, str]:
    """The file's own variables; one may use those before it."""
    found: dict[str, str] = {}
    for line in _LINE_END.split(text):
        if match := _VARIABLE.fullmatch(line.strip()):
            found[match[1]] = _USED.sub(lambda used: found.get(used[1], used[0]), match[2].strip())[:10_000]
    return found


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in _LINE_END.split(text):
        if _SEPARATOR.match(line):
            yield block
            block = []
        else:
            block.append(line)
    yield block


def _call(block: list[str], variables: dict[str, str], missed: list[str]) -> tuple[Call, tuple[str, ...]] | None:
    start = next((n for n, line in enumerate(block) if _is_request(line)), None)
    if start is None:
        return None
    match = _REQUEST.fullmatch(block[start].strip())
    assert match is not None
    url, rest = match[2], block[start + 1 :]
    while rest and re.match(r"[ \t]+[?&/]", rest[0]):
        url += rest.pop(0).strip()
    headers, body = _head_and_body(rest, missed)

    def filled(written: str) -> str:
        return _USED.sub(lambda used: _value(used, variables, missed), written)

    pairs: list[HeaderPair] = [(name, as_bytes_text(filled(value))) for name, value in headers]
    sent = None if body is None else as_bytes_text(filled(body))
    return call_from_wire(filled(url), match[1] or "GET", pairs, sent)


def _is_request(line: str) -> bool:
    return not _COMMENT.match(line) and _REQUEST.fullmatch(line.strip()) is not None


def _value(used: re.Match[str], variables: dict[str, str], missed: list[str]) -> str:
    if used[1] not in variables:
        missed.append(f"Not filled in, because the file does not give it: {used[1]}.")
    return variables.get(used[1], used[0])


def _head_and_body(lines: list[str], missed: list[str]) -> tuple[list[HeaderPair], str | None]:
    blank = next((n for n, line in enumerate(lines) if not line.strip()), len(lines))
    fields = (_FIELD.fullmatch(line.strip()) for line in lines[: min(blank, _MOST_FIELDS)] if not _COMMENT.match(line))
    headers = [(match[1], match[2].strip()) for match in fields if match]
    kept: list[str] = []
    for line in lines[blank + 1 :]:
        if _SCRIPT.match(line):
            missed.append("Files and scripts that the file names are neither opened nor run.")
            break
        kept.append(line)
    body = "\n".join(kept).strip("\n")
    return headers, body or None


READER = Reader("headers", claim, read)
