"""A live test that was skipped is never quiet: listed with its reason, and a failure under CI."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

SKIPPING = """
import pytest

@pytest.mark.live
@pytest.mark.skipif(True, reason="no toolchain here")
def test_marked(): ...

@pytest.mark.live
def test_inside(): pytest.skip("no browser here")

@pytest.mark.live
@pytest.mark.xfail(reason="known")
def test_known(): assert False

@pytest.mark.live
def test_runs(): ...

def test_other(): pytest.skip("not live")
"""


def run(folder: Path, source: str, ci: str) -> str:
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    (folder / "pytest.ini").write_text("[pytest]\nmarkers =\n    live: live\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.live.skips", "-p", "no:cacheprovider", str(folder)]
    alone = {"PATH": "", "CI": ci, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    done = subprocess.run(command, cwd=ROOT, env=alone, capture_output=True, text=True, timeout=60, check=False)
    return done.stdout + done.stderr


def test_away_from_ci_skips_stay_skips_and_are_listed(tmp_path: Path) -> None:
    said = run(tmp_path, SKIPPING, "")
    assert "1 passed, 3 skipped, 1 xfailed" in said
    assert "test_it.py::test_marked: no toolchain here" in said
    assert "test_it.py::test_inside: no browser here" in said
    assert "test_other: not live" not in said


@pytest.mark.parametrize("ci", ["true", "1"])
def test_under_ci_only_skipped_live_tests_fail(tmp_path: Path, ci: str) -> None:
    said = run(tmp_path, SKIPPING, ci)
    assert "1 failed, 1 passed, 1 skipped, 1 xfailed, 1 error" in said
    assert "must not be skipped under CI: no toolchain here" in said
    assert "must not be skipped under CI: no browser here" in said


def test_nothing_skipped_says_nothing(tmp_path: Path) -> None:
    said = run(tmp_path, "def test_it(): ...\n", "true")
    assert "1 passed" in said
    assert "live tests skipped" not in said
