"""Recent origins: the latest first, few, and only origins."""

from __future__ import annotations

from pathlib import Path

import pytest

from cors_tui.tui.recent import recent_origins, remember_origin


def test_the_latest_comes_first_and_once(tmp_path: Path) -> None:
    """Five are kept."""
    file = tmp_path / "folder" / "origins.json"
    for port in (1, 2, 3, 4, 5, 6, 2):
        remember_origin(f"http://localhost:300{port}", file)
    assert recent_origins(file) == tuple(f"http://localhost:300{port}" for port in (2, 6, 5, 4, 3))


@pytest.mark.parametrize("text", ["", "null", "https://app.example.com/", "app.example.com", "file:///a"])
def test_what_is_no_origin_is_not_kept(text: str, tmp_path: Path) -> None:
    """Nothing is written for it."""
    file = tmp_path / "origins.json"
    remember_origin(text, file)
    assert not file.exists()


DAMAGED = [("not JSON", "{"), ("not a list", '{"a": 1}'), ("not UTF-8", "\udcff"), ("no origins", '[1, null, "x"]')]


@pytest.mark.parametrize(("what", "content"), DAMAGED, ids=[row[0] for row in DAMAGED])
def test_a_damaged_file_is_none(what: str, content: str, tmp_path: Path) -> None:
    """It is read as empty, and written anew by the next origin."""
    file = tmp_path / "origins.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert recent_origins(file) == ()
    remember_origin("http://localhost:3000", file)
    assert recent_origins(file) == ("http://localhost:3000",)


def test_a_folder_that_cannot_be_written_is_no_reason_to_fail(tmp_path: Path) -> None:
    """The guide goes on without."""
    (tmp_path / "file").write_text("")
    remember_origin("http://localhost:3000", tmp_path / "file" / "origins.json")
