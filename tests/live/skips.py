"""Live tests that were skipped: listed with their reasons, and failures where CI says that everything must be there."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import pluggy
import pytest

HERE = Path(__file__).resolve().parent


def must_not_skip() -> bool:
    """``CI=true``, as the usual services set it."""
    return os.environ.get("CI", "").lower() in ("true", "1")


def reason_of(report: pytest.TestReport | pytest.CollectReport) -> str:
    """The words a test was skipped with."""
    said = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr or "")
    return said.removeprefix("Skipped: ")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pluggy.Result[pytest.TestReport], None]:
    outcome = yield
    report = outcome.get_result()
    if report.skipped and not hasattr(report, "wasxfail") and item.get_closest_marker("live"):
        _note(report)


@pytest.hookimpl(hookwrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pluggy.Result[pytest.CollectReport], None]:
    outcome = yield
    report = outcome.get_result()
    if report.skipped and HERE in collector.path.parents:
        _note(report)


def _note(report: pytest.TestReport | pytest.CollectReport) -> None:
    reason = reason_of(report)
    report.sections.append(("live test skipped", reason))
    if must_not_skip():
        report.outcome = "failed"
        report.longrepr = f"a live test must not be skipped under CI: {reason}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [
        (report.nodeid, text)
        for kind in ("skipped", "failed", "error")
        for report in terminalreporter.getreports(kind)
        for title, text in report.sections
        if title == "live test skipped"
    ]
    if skipped:
        terminalreporter.section("live tests skipped, and why")
    for nodeid, reason in skipped:
        terminalreporter.write_line(f"{nodeid}: {reason}")
