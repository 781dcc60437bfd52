"""A body larger than what was sent: is there a limit that answers before the application does?"""

from __future__ import annotations

import re

from cors_tui.case import Case
from cors_tui.experiment import Experiment
from cors_tui.experiments.making import SAFE, actual, fresh, own_origin, target
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Body, WireRequest

SEND_OVERSIZED = "oversized-body"
"""The consent to send it."""

BODY_SIZE = "body-size"
"""The answer that says how large, in bytes."""

SIZES = (("1.1 MB", 1_150_000), ("5 MB", 5_000_000), ("11 MB", 11_000_000), ("33 MB", 33_000_000))
"""Just above the limits in use: nginx 1 MiB, Vercel functions 4.5 MB, API Gateway 10 MB, Cloud Run 32 MiB."""

MOST_BYTES = 64_000_000

_UNITS = {"": 1, "b": 1, "k": 10**3, "kb": 10**3, "m": 10**6, "mb": 10**6, "kib": 2**10, "mib": 2**20}
_SIZE = re.compile(r"(\d{1,9}(?:\.\d{1,3})?)\s*([a-z]*)", re.IGNORECASE)


def size_of(text: str) -> int | None:
    """Bytes of a size as people write it (``2MB``, ``1.5 MiB``, ``900k``); None when it is none, or over 64 MB."""
    found = _SIZE.fullmatch(text.strip())
    unit = _UNITS.get(found[2].lower()) if found else None
    if found is None or unit is None:
        return None
    size = int(float(found[1]) * unit)
    return size if 0 < size <= MOST_BYTES else None


def size_in_words(size: int) -> str:
    """``1.1 MB``, ``900 kB``: in decimal units, one digit where it says something."""
    value, unit = (size / 10**6, "MB") if size >= 10**6 else (size / 10**3, "kB")
    return f"{value:.1f}".removesuffix(".0") + f" {unit}"


def body_size(case: Case) -> int:
    """How large the body will be, in bytes: as answered, else the smallest that tells."""
    return size_of(case.answers.get(BODY_SIZE, "")) or SIZES[0][1]


def _oversized(case: Case) -> tuple[WireRequest, ...]:
    url = target(case)
    if url is None or case.call.method.upper() in SAFE:
        return ()
    wire = actual(case, own_origin(case), fresh(case, url), case.call.method)
    typed = wire.headers.get("content-type")
    headers = wire.headers if typed else HeaderList((*wire.headers, ("Content-Type", "text/plain;charset=UTF-8")))
    body = Body(_filled(body_size(case), typed or ""), None)
    return (WireRequest(wire.role, 0, wire.method, wire.url, headers, body, wire.credentials),)


def _filled(size: int, content_type: str) -> str:
    """Exactly `size` bytes of nothing in particular; valid JSON where JSON is announced."""
    head, tail = ('{"cors-tui":"', '"}') if "json" in content_type.lower() else ("", "")
    return f"{head}{'A' * (size - len(head) - len(tail))}{tail}"


OVERSIZED_BODY = Experiment(
    "oversized-body",
    "with a larger body — is there a limit in front?",
    _oversized,
    consent=SEND_OVERSIZED,
)
