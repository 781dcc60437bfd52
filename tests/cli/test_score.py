"""How agreement with recordings is counted."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

import pytest

from cors_tui.cli._score import Score, disagreements, table, truth_lines
from tests.rows import each_row

CONSOLE = {"text": "blocked", "source": "javascript", "level": "error"}
SENT = {"role": "actual", "hop": 0, "method": "GET", "target": "/x", "headers": [["Origin", "https://a"], ["X-A", "1"]]}


def record(**changed: Any) -> dict[str, Any]:
    whole = {
        "id": "one", "outcome": "rejected", "resolved": False, "allowed": False, "refusal": "allow-origin-missing",
        "requests": [SENT], "console": [CONSOLE],
    }  # fmt: skip
    return {**whole, **changed}


@each_row(
    ("theirs", "differing"),
    [
        pytest.param({}, (), id="the same"),
        pytest.param({"resolved": True}, ("verdict",), id="another end"),
        pytest.param({"type": "cors"}, ("verdict",), id="another type"),
        pytest.param({"headers_visible": ["etag"]}, ("headers",), id="script sees more"),
        pytest.param({"requests": []}, ("requests",), id="nothing was sent"),
        pytest.param({"requests": [{**SENT, "headers": [["Origin", "null"]]}]}, ("requests",), id="another Origin"),
        pytest.param({"requests": [{**SENT, "headers": [["origin", "https://a"]]}]}, (), id="dressing does not count"),
        pytest.param({"requests": [SENT, SENT]}, (), id="nor does how often it was tried"),
        pytest.param({"console": [{**CONSOLE, "level": "warn"}]}, ("console",), id="another level"),
        pytest.param({"console": [CONSOLE, CONSOLE]}, ("console",), id="one line more"),
    ],
)
def test_what_counts_as_agreement(theirs: dict[str, Any], differing: tuple[str, ...]) -> None:
    score = Score("chromium")
    score.count(record(), record(**theirs))
    assert score.wrong == ([("one", differing)] if differing else [])


def test_a_recording_without_an_end_is_not_counted() -> None:
    score = Score("firefox")
    score.count(record(), record(outcome="timeout"))
    assert score.cases == 0


def test_the_table_has_a_row_an_engine_and_a_row_a_kind() -> None:
    score = Score("webkit")
    score.count(record(), record())
    score.count(record(refusal=None), record(console=[]))
    text = table([score])
    assert "webkit                            2  100.00 %  100.00 %  100.00 %   50.00 %" in text
    assert "allow-origin-missing                    1 of 1" in text
    assert "resolved                                0 of 1" in text
    assert disagreements([score]) == "webkit one: console"


def test_recordings_are_read_packed_or_plain(tmp_path: Path) -> None:
    (tmp_path / "plain.jsonl").write_text("a\n", encoding="utf-8")
    with gzip.open(tmp_path / "packed.jsonl.gz", "wt", encoding="utf-8") as packed:
        packed.write("b\n")
    assert [list(truth_lines(tmp_path, name)) for name in ("plain", "packed")] == [["a\n"], ["b\n"]]
    with pytest.raises(FileNotFoundError):
        list(truth_lines(tmp_path, "none"))
