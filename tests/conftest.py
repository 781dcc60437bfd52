"""What every test is run with: live tests that are skipped are listed, and fail where CI is true."""

import gc
import os
import sys

from hypothesis import settings

from tests.live.skips import pytest_make_collect_report, pytest_runtest_makereport, pytest_terminal_summary

__all__ = [
    "pytest_collection_finish",
    "pytest_make_collect_report",
    "pytest_runtest_makereport",
    "pytest_terminal_summary",
]

# Every worker, and every command that a test starts, imports the same thousand files: compiled once, whatever a
# container's environment says; elsewhere that is what Python does anyway.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

# How long one example may take says more about the machine than about the code.
settings.register_profile("no clock", deadline=None)
settings.load_profile("no clock")


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among what was imported: that took a fifth of a whole run's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
