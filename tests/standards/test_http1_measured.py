"""What Chromium 156 and Firefox 153 made of odd answers, measured: a page fetched each from its own server on loopback.

`wire_measured.jsonl` holds the bytes and, for each engine, the status and two headers that script saw (null: rejected).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.standards.http1 import read_response
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.wire_leniency import as_read
from tests.rows import each_row

_ROWS = [json.loads(line) for line in (Path(__file__).parent / "wire_measured.jsonl").read_text().splitlines()]


def _cases() -> list[Any]:
    return [
        pytest.param(engine, row, id=f"{engine} {row['name']}") for row in _ROWS for engine in ("chromium", "firefox")
    ]


@each_row(("engine", "row"), _cases())
def test_it_is_read_as_the_engine_reads_it(engine: str, row: dict[str, Any]) -> None:
    url = parse_url("http://127.0.0.1:12345/")
    assert url is not None
    answer = as_read(url, read_response(row["raw"].encode("latin-1")), known_browsers()[engine].departures)
    if row[engine] is None:
        assert not isinstance(answer, Response)
    else:
        assert isinstance(answer, Response), answer
        seen = {
            "status": answer.status,
            "x-t": answer.headers.get("x-t"),
            "x-f": (answer.headers.get("x-f") or "")[:12],
        }
        assert seen == row[engine]
