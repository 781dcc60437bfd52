"""What every test is run with: live tests that are skipped are listed, and fail where CI is true."""

from tests.live.skips import pytest_make_collect_report, pytest_runtest_makereport, pytest_terminal_summary

__all__ = ["pytest_make_collect_report", "pytest_runtest_makereport", "pytest_terminal_summary"]
