"""What three engines did with the family of elements: ``python -m tests.live.browsers.elements`` records it anew."""

from __future__ import annotations

import gzip
import json
import tempfile
from pathlib import Path

from tests.live.browsers.families.elements import cases
from tests.live.browsers.recorder import ENGINES, record

RECORDED = Path(__file__).with_name("elements.jsonl.gz")
"""One line a case: the `case`, and the record of each engine (Chromium 156, Firefox 153, WebKitGTK 2.50)."""


def main() -> None:
    made = list(cases())
    with tempfile.TemporaryDirectory() as folder:
        records = {engine: record(engine, made, Path(folder)).records for engine in ENGINES}
    rows = ({"case": case, **{engine: records[engine][at] for engine in ENGINES}} for at, case in enumerate(made))
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    RECORDED.write_bytes(gzip.compress(text.encode(), mtime=0))


if __name__ == "__main__":
    main()
