"""What every test is run with: live tests that are skipped are listed, and fail where CI is true."""

import gc

from tests.live.skips import pytest_make_collect_report, pytest_runtest_makereport, pytest_terminal_summary

__all__ = [
    "pytest_collection_finish",
    "pytest_make_collect_report",
    "pytest_runtest_makereport",
    "pytest_terminal_summary",
]


def pytest_collection_finish() -> None:
    """Look for garbage less often, and never among what was imported: that took a fifth of a whole run's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
