"""Raw header dumps: ``curl -i`` and ``-v``, HTTPie, and the header panes of browsers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from cors_tui.case import Call
from cors_tui.inputs.reader import Reader, Understood
from cors_tui.inputs.readers._answered import Shown, with_verdicts
from cors_tui.inputs.readers._page import call_from_wire, is_preflight
from cors_tui.inputs.readers._words import as_bytes_text
from cors_tui.standards.header_list import HeaderList, HeaderPair
from cors_tui.standards.http1_body import BODY_LIMIT
from cors_tui.standards.http1_head import parse_head
from cors_tui.standards.response import Response

_STATUS = re.compile(r"(?:< ?)?HTTP/\d(?:\.\d)? \d{3}\b")
_REQUEST = re.compile(r"(?:> ?)?([!#$%&'*+.^_`|~\w-]+) (\S+) HTTP/\d(?:\.\d)?\s*")
_PANE = re.compile(r"(?:Request URL|Request Method|Status Code|Status|Summary):?(?:[ \t]|\Z)")
_GENERAL = ("request url", "request method", "status code", "remote address", "referrer policy", "source address")
_ASKING = re.compile(
    r":(?:authority|method|path|scheme)|accept|accept-(?:encoding|language)|access-control-request-.*|authorization|cookie|dnt"
    r"|host|if-.*|origin|priority|range|referer|sec-.*|te|upgrade-insecure-requests|user-agent|x-requested-with",
    re.IGNORECASE,
)
"""Headers that only requests have: where a pane's titles were lost, they begin the request's part."""

_NAME = re.compile(r":?[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_FIELD = re.compile(r"(:?[!#$%&'*+.^_`|~\w-]+):(?:[ \t]+(.*)|)")
_KNOWN = re.compile(
    r"(?:access-control-|content-type|content-length|server|date|vary|set-cookie|cache-control|x-powered-by)",
    re.IGNORECASE,
)
_VERBOSE = re.compile(r"[*{}] |\* ?\Z")
_SECTIONS = {
    "general": "general", "summary": "general", "response headers": "response", "request headers": "request",
    "response": "response", "request": "request",
}  # fmt: skip
_MOST = 200
"""Messages of one dump that are read."""


@dataclass(slots=True)
class _Dump:
    """What is gathered from a dump: responses, requests as they stood, and the fields of a browser's pane."""

    responses: list[Response] = field(default_factory=list)
    requests: list[tuple[str, str, list[HeaderPair]]] = field(default_factory=list)


def claim(text: str) -> float:
    """A status or request line is sure; lines that are all fields, among them known ones, are likely."""
    lines = text.strip().splitlines()[:60]
    if any(_STATUS.match(line) for line in lines):
        return 0.8
    if any(_REQUEST.fullmatch(line) for line in lines) or any(
        re.match(r"Request URL(?::|[ \t]*\Z)", line) for line in lines
    ):
        return 0.8
    fields = [line for line in lines if _FIELD.fullmatch(line.strip())]
    if fields and len(fields) * 3 >= len([line for line in lines if line.strip()]) * 2:
        return 0.55 if any(_KNOWN.match(line.strip()) for line in fields) else 0.0
    return 0.0


def read(text: str) -> Understood:
    """The responses of the dump, and the request where it shows one."""
    lines = [line for line in text.strip("\n").splitlines() if not _VERBOSE.match(line)]
    dump = _pane(lines) if any(_PANE.match(line) for line in lines[:60]) else _messages(lines)
    calls: list[Call] = []
    shown: list[Shown] = []
    says: list[str] = []
    for method, url, headers in dump.requests:
        call, notes = call_from_wire(url, method, headers)
        calls.append(call)
        shown.append(Shown(call, is_preflight(method, headers)))
        says += notes
    says += [f"The headers of a response with status {found.status}." for found in dump.responses]
    missed = () if calls else ("The dump does not show which URL was called.",)
    understood = Understood("headers", tuple(calls), responses=tuple(dump.responses), says=tuple(says), missed=missed)
    return with_verdicts(understood, shown) if answered(shown, dump.responses) else understood


def answered(shown: list[Shown], responses: list[Response]) -> bool:
    """Give each request its answers, where the dump leaves no doubt which belong to which."""
    if not shown or not responses:
        return False
    if len(shown) == 1:
        shown[0].answers = responses
    elif len(shown) == len(responses):
        for one, response in zip(shown, responses, strict=True):
            one.answers = [response]
    return any(one.answers for one in shown)


def responses_in(text: str) -> list[Response]:
    """The responses that stand in `text` as they were on the wire."""
    lines = [line for line in text.splitlines() if not _VERBOSE.match(line)]
    return _messages(lines).responses if any(_STATUS.match(line) for line in lines) else []


def _messages(lines: list[str]) -> _Dump:
    """Heads one after the other, as they stand on the wire."""
    dump = _Dump()
    for head, body in _heads(lines):
        request = _REQUEST.fullmatch(head[0])
        if request:
            pairs = [pair for line in head[1:] if (pair := _pair(line))]
            dump.requests.append((request[1], _url(request[2], pairs), pairs))
        else:
            response = _response(head, body)
            dump.responses += [response] if response else []
    return dump


def _heads(lines: list[str]) -> Iterator[tuple[list[str], str]]:
    """Every head with the body behind it; a dump that begins with a field is one head of status 200."""
    starts = [n for n, line in enumerate(lines) if _STATUS.match(line) or _REQUEST.fullmatch(line)][:_MOST]
    if not starts:
        yield ["HTTP/1.1 200", *lines], ""
        return
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        part = [re.sub(r"\A[<>] ?", "", line) if line[:1] in ("<", ">") else line for line in lines[start:end]]
        blank = next((n for n, line in enumerate(part) if not line.strip()), len(part))
        yield part[:blank], "\n".join(part[blank + 1 :])


def _response(head: list[str], body: str) -> Response | None:
    found = parse_head(as_bytes_text("\r\n".join([*head, "", ""])).encode("latin-1"))
    if found is None or found.status < 200:
        return None
    kept = as_bytes_text(body)[:BODY_LIMIT]
    return Response(found.status, found.headers, found.reason, kept, http_version=found.version)


def _url(target: str, pairs: list[HeaderPair]) -> str:
    """The whole URL of a request target; https where the dump shows a browser's secure request."""
    if "://" in target:
        return target
    host = HeaderList(tuple(pairs)).get("host") or ""
    local = re.match(r"localhost|127\.|\[::1\]|.*:(?!443\Z)\d+\Z", host)
    return f"{'http' if local else 'https'}://{host}{target}" if host else target


def _pair(line: str) -> HeaderPair | None:
    found = _FIELD.fullmatch(line.strip())
    return (found[1], as_bytes_text((found[2] or "").strip())) if found else None


def _pane(lines: list[str]) -> _Dump:
    """A browser's network pane: sections with a title, fields in one line or in two, with a colon or without."""
    sections: dict[str, list[HeaderPair]] = {"general": [], "response": [], "request": []}
    current, waiting, titled = "general", "", False
    for line in (raw.strip() for raw in lines if raw.strip()):
        title = re.sub(r"\s*\(.*|[▼▶]\s*|\s*(?:View source|Raw)\Z", "", line).strip().lower()
        if waiting:
            sections[_section(waiting, current, titled)].append((waiting, as_bytes_text(line)))
            waiting = ""
        elif title in _SECTIONS:
            current, titled = _SECTIONS[title], titled or title != "general"
        elif title == "raw":
            continue
        elif current == "request" and (asked := _REQUEST.fullmatch(line)):
            sections["general"].append(("request method", asked[1]))
        elif current == "response" and (answered := _STATUS.match(line)):
            sections["general"].append(("status code", answered[0][-3:]))
        elif _is_name(line):
            waiting = line.removesuffix(":")
        elif found := re.match(r"(:?[\w -]+):[ \t]*(.*)", line):
            sections[_section(found[1], current, titled)].append((found[1], as_bytes_text(found[2])))
    return _from_sections(sections)


def _is_name(line: str) -> bool:
    """Whether a line is a field's name alone, whose value stands in the next."""
    bare = line.removesuffix(":")
    return bare.lower() in _GENERAL or (_NAME.fullmatch(bare) is not None and not bare.isdecimal())


def _section(name: str, current: str, titled: bool) -> str:
    """Where a field belongs; by its name where the pane's titles were not copied."""
    if titled or current != "general":
        return current
    if name.lower() in (*_GENERAL, "url", "status", "source", "address", "initiator"):
        return "general"
    return "request" if _ASKING.fullmatch(name) else "response"


def _from_sections(sections: dict[str, list[HeaderPair]]) -> _Dump:
    general = HeaderList(tuple(sections["general"]))
    dump = _Dump()
    url = general.get("request url") or general.get("url")
    if url:
        dump.requests.append((general.get("request method") or "GET", url, sections["request"]))
    status = re.match(r"\d{3}", general.get("status code") or general.get("status") or "")
    if sections["response"] or status:
        code = int(status[0]) if status else 200
        dump.responses.append(Response(code, HeaderList(tuple(sections["response"]))))
    return dump


READER = Reader("headers", claim, read)
