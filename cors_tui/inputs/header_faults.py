"""What can be wrong with the method and the headers that a page sets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from cors_tui.inputs.fault import Fault, shown
from cors_tui.masking import masked
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.infra import is_latin1, is_token
from cors_tui.standards.method import is_forbidden_method, normalize_method
from cors_tui.standards.request_headers import is_forbidden_header

_COMMON_METHODS = ("PATCH", "QUERY", "PROPFIND", "REPORT", "PURGE")
_NO_VALUE = re.compile(r"(?:(?:Bearer|Basic|Token)\s+)?(undefined|null|NaN|\[object Object\])\s*\Z", re.IGNORECASE)
_NEVER = re.compile(r"[\r\n\0]")

_FORBIDDEN_REMEDIES = {
    "cookie": "Give it as a cookie (--cookie), which is sent in the credentials mode include.",
    "origin": "Give it as the page's origin (--origin); the browser writes the header.",
    "host": "Give another address with --connect-to or --resolve; the browser writes Host from the URL.",
    "access-control-request-method": "The browser writes it into the preflight by itself.",
    "access-control-request-headers": "The browser writes it into the preflight by itself.",
}


def method_faults(method: str) -> Iterator[Fault]:
    """The fault of a method as typed; `get` and the like are no fault, browsers write them in capitals.

    https://fetch.spec.whatwg.org/#methods
    """
    text = method.strip()
    if not text or not is_token(text):
        problem = (
            "The method is empty." if not text else f"The method {shown(text, 40)} is not one word of plain letters."
        )
        yield Fault("method", text, problem, "Write one such as GET, POST or DELETE.", _first_odd(text))
    elif is_forbidden_method(text):
        yield Fault("method", text, f"No page can send {text.upper()}: fetch throws.", "Use another method.")
    elif normalize_method(text) == text and text != text.upper() and text.upper() in _COMMON_METHODS:
        problem = f"A browser sends {shown(text)} as it is, in small letters, and methods differ by case."
        yield Fault(
            "method", text, problem, f"Write {text.upper()}, which is what servers allow.", 0, False, text.upper()
        )


def _first_odd(text: str) -> int | None:
    found = re.search(r"[^!#$%&'*+\-.^_`|~0-9A-Za-z]", text)
    return found.start() if found else None


def header_faults(headers: HeaderList) -> Iterator[Fault]:
    """The faults of the headers a page sets, in their order."""
    for name, value in headers:
        error = _name_error(name, value) or _value_error(name, value)
        if error is not None:
            yield error
        else:
            yield from _worth_knowing(name, value)


def _line(name: str, value: str) -> str:
    return f"{name}: {masked(name, value)}" if value else name


def _name_error(name: str, value: str) -> Fault | None:
    if is_token(name):
        return None
    line = _line(name, value)
    if not value and " " in name.strip():
        first = name.strip().partition(" ")[0]
        remedy = f"Write it as “{first.rstrip('=:')}: …”."
        return Fault("headers", name, f"The header line {shown(name, 60)} has no colon.", remedy, len(first))
    problem = (
        f"The header name {shown(name, 40)} has a character that no name has." if name else "A header has no name."
    )
    return Fault(
        "headers",
        line,
        problem,
        "Write it as “Name: value”, with a name of letters, digits and dashes.",
        _first_odd(name),
    )


def _value_error(name: str, value: str) -> Fault | None:
    """https://fetch.spec.whatwg.org/#header-value, and the conversion to bytes before it."""
    never = _NEVER.search(value.strip(" \t\r\n"))
    if never:
        what = {"\0": "a NUL"}.get(never[0], "a line break")
        problem = f"The value of {name} has {what} in it, and fetch throws."
        return Fault(
            "headers", _line(name, value), problem, "Take it out; often it came with reading a file.", never.start()
        )
    if is_latin1(value):
        return None
    place = next(number for number, character in enumerate(value) if ord(character) > 0xFF)
    problem = (
        f"The value of {name} has “{value[place]}” at character {place + 1}, which fits no byte, and fetch throws."
    )
    return Fault(
        "headers", _line(name, value), problem, "Encode the value, for example with encodeURIComponent.", place
    )


def _worth_knowing(name: str, value: str) -> Iterator[Fault]:
    lower, line = name.lower(), _line(name, value)
    if is_forbidden_header(name, value):
        remedy = _FORBIDDEN_REMEDIES.get(lower, "Take it out: it reaches no server, and needs no permission.")
        yield _note(line, f"A page cannot set {name}: browsers drop it without a word.", remedy)
    elif lower.startswith("access-control-"):
        problem = f"{name} is a header of the answer; in the request it does nothing but need permission itself."
        yield _note(line, problem, "Take it out of the page's code and let the server send it.")
    elif not value:
        yield _note(line, f"The header {name} has no value.", "Write it as “Name: value”, if it should have one.")
    elif _NO_VALUE.match(value):
        problem = f"The value of {name} ends with “{value.split()[-1]}”: a variable had no value."
        yield _note(line, problem, "Look where the page takes that value from.")
    elif (
        lower == "content-type" and value.lower().startswith("multipart/form-data") and "boundary=" not in value.lower()
    ):
        problem = "Content-Type: multipart/form-data has no boundary, and the server cannot read the body."
        yield _note(line, problem, "Do not set it: with a FormData body the browser writes it, boundary and all.")


def _note(line: str, problem: str, remedy: str) -> Fault:
    return Fault("headers", line, problem, remedy, None, is_error=False)
