"""`cors-tui URL` opens the guide on the case the command line describes."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from cors_tui.case import Case
from cors_tui.cli.guide import COMMAND
from cors_tui.session.policy_files import PolicyFile
from cors_tui.tui import app


def test_the_guide_opens_on_the_case(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Options reach the guide as in `check`; the screens themselves are tested where they are."""
    opened: list[tuple[Case | None, bool, PolicyFile | None]] = []

    def run_guide(case: Case | None = None, *, start_all: bool = False, policy: PolicyFile | None = None) -> int:
        opened.append((case, start_all, policy))
        return 0

    monkeypatch.setattr(app, "run_guide", run_guide)
    path = tmp_path / "cors-policy.toml"
    path.write_text('origins = ["https://a.test"]\n')
    words = ["https://api.example.com/", "-X", "PUT", "--all"]
    CliRunner().invoke(COMMAND, [*words, "--policy", str(path)], catch_exceptions=False)
    bad = CliRunner().invoke(COMMAND, [*words, "--policy", str(tmp_path / "none.toml")])
    [(case, start_all, given)] = opened
    assert case is not None
    assert given is not None
    assert (case.call.url, case.call.method, start_all) == ("https://api.example.com/", "PUT", True)
    assert (given.policy.origins, given.path) == (("https://a.test",), path)
    assert (bad.exit_code, "No such file" in bad.output) == (2, True)
