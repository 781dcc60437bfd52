"""The command line as a whole: what a first word means, and how it ends."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from click.testing import CliRunner

import cors_tui.__main__ as program
from cors_tui import __version__


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "cors_tui", *arguments], capture_output=True, text=True, timeout=60, check=False
    )


def test_help_lists_every_command() -> None:
    """One line each."""
    done = run("--help")
    assert done.returncode == 0
    for name in ("check", "explain", "fix", "judge", "lab"):
        assert f"\n  {name} " in done.stdout


def test_version() -> None:
    """The version of the package."""
    assert run("--version").stdout.strip() == f"cors-tui, version {__version__}"


def test_a_first_word_that_is_no_command_is_a_url_for_the_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also an option: `cors-tui -X PUT URL`."""
    seen: list[list[str]] = []

    def get_command(self: object, ctx: object, name: str) -> None:
        seen.append([name])

    monkeypatch.setattr(program.Commands, "get_command", get_command)
    for first in ("https://api.example.com/", "-X"):
        CliRunner().invoke(program.cli, [first, "PUT"])
    assert seen == [["guide"], ["guide"]]


def test_a_usage_error_is_one_sentence_without_traceback() -> None:
    """Exit code 2, and what is missing."""
    done = run("check", "https://api.example.com/")
    assert done.returncode == 2
    assert "--origin" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_crash_names_a_report_and_ends_with_70(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Never a traceback on the screen."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def crash(*_: object, **__: object) -> None:
        raise RuntimeError("secret words")

    monkeypatch.setattr(program.cli, "main", crash)
    with pytest.raises(SystemExit) as ended:
        program.main()
    assert ended.value.code == 70
    said = capsys.readouterr().err
    assert "RuntimeError" in said
    assert "secret words" not in said


def test_an_interruption_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a shell expects it."""

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(program.cli, "main", interrupt)
    with pytest.raises(SystemExit) as ended:
        program.main()
    assert ended.value.code == 130
