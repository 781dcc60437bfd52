"""The name of a file, typed or dropped; opened on a word only."""

from __future__ import annotations

import json
from pathlib import Path

from cors_tui.inputs.file_path import file_in, path_in, read_file
from cors_tui.inputs.reader import UNKNOWN
from tests.rows import each_row

PATHS = [
    ("a URL is none", "https://api.example/x.har", None),
    ("a host is none", "api.example.com", None),
    ("several lines are none", "/tmp/a.har\n/tmp/b.har", None),
    ("a console line is none", "Failed to load a.har: blocked", None),
    ("nothing", "  ", None),
    ("a name with a NUL", "/tmp/\0.har", None),
    ("an absolute one", "/tmp/a.har", "/tmp/a.har"),
    ("one in the home folder", "~/a b.http", "~/a b.http"),
    ("one beside", "./a.txt", "./a.txt"),
    ("a bare name that ends as pasted files do", "capture.har", "capture.har"),
    ("dropped, in quotes", "'/tmp/my file.har' ", "/tmp/my file.har"),
    ("dropped, with backslashes", "/tmp/my\\ file.har", "/tmp/my file.har"),
    ("dropped, as a URL", "file:///tmp/my%20file.har", "/tmp/my file.har"),
    ("a quote that never ends", "'/tmp/a.har", None),
    ("on Windows", "C:\\Users\\me\\a.har", "C:\\Users\\me\\a.har"),
]


@each_row(("what", "text", "path"), PATHS, ids=[row[0] for row in PATHS])
def test_path_in(what: str, text: str, path: str | None) -> None:
    """By its look alone."""
    assert path_in(text) == (None if path is None else Path(path))


def test_file_in_is_there_and_a_file(tmp_path: Path) -> None:
    """A folder and a missing file are none."""
    there = tmp_path / "a.http"
    there.write_text("GET https://api.example/x\n")
    assert file_in(str(there)) == there
    assert file_in(str(tmp_path)) is None
    assert file_in(str(tmp_path / "b.http")) is None
    assert file_in("~nobody-is-called-so/a.har") is None


def test_a_har_is_streamed_and_its_text_not_kept(tmp_path: Path) -> None:
    """With its failures."""
    entry = {
        "request": {
            "method": "GET",
            "url": "https://a.example/",
            "headers": [{"name": "Origin", "value": "https://b"}],
        },
        "response": {"status": 504, "headers": []},
    }
    file = tmp_path / "a.har"
    file.write_text(json.dumps({"log": {"entries": [entry]}}))
    text, understood = read_file(file)
    assert (text, understood.kind, understood.readings[0].status) == ("", "har", 504)


def test_other_files_are_read_as_what_they_hold(tmp_path: Path) -> None:
    """A file that cannot be read says so."""
    file = tmp_path / "a.http"
    file.write_text("### one\nPUT https://api.example/x\nX-Mine: 1\n")
    text, understood = read_file(file)
    assert (understood.kind, understood.calls[0].method) == ("headers", "PUT")
    assert "X-Mine" in text
    _, missing = read_file(tmp_path / "no.http")
    assert missing.kind == UNKNOWN
    assert "cannot be read" in missing.missed[0]
