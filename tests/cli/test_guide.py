"""`cors-tui URL` opens the guide on the case the command line describes."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from cors_tui.case import Case
from cors_tui.cli.guide import COMMAND
from cors_tui.tui import app


def test_the_guide_opens_on_the_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """Options reach the guide as in `check`; the screens themselves are tested where they are."""
    opened: list[tuple[Case | None, bool]] = []

    def run_guide(case: Case | None = None, *, start_all: bool = False) -> int:
        opened.append((case, start_all))
        return 0

    monkeypatch.setattr(app, "run_guide", run_guide)
    CliRunner().invoke(COMMAND, ["https://api.example.com/", "-X", "PUT", "--all"], catch_exceptions=False)
    [(case, start_all)] = opened
    assert case is not None
    assert (case.call.url, case.call.method, start_all) == ("https://api.example.com/", "PUT", True)
