"""Each framework tried here: installed by its own commands, booted, and found to answer as predicted."""

from __future__ import annotations

from pathlib import Path

import pytest

from cors_tui.case import Call, Case
from cors_tui.fixes.framework import known_frameworks
from cors_tui.policy import least_policy
from cors_tui.session.judging import Word
from cors_tui.session.trying import BESIDES, Trial, plan, try_here
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role
from tests.live import toolchains

CALL = Call(
    url="https://api.example.com/users/7",
    origin="https://app.example.com",
    method="PUT",
    headers=HeaderList((("X-API-Key", "k"),)),
    body="{}",
    credentials=CredentialsMode.INCLUDE,
)


@pytest.mark.parametrize("name", known_frameworks())
async def test_a_credentialed_put_is_allowed_as_predicted(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Preflight and request in the real framework; no folder is left."""
    # One target folder for all builds: compiling everything anew would show nothing more.
    monkeypatch.setenv("CARGO_TARGET_DIR", str(toolchains.cache_folder() / "cargo" / "target"))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    planned = plan(known_frameworks()[name], least_policy(CALL.request()))
    if planned.missing:
        pytest.skip(f"{planned.missing[0]} is not installed")
    ends = [step.end async for step in try_here(Case(CALL), planned, yes=True) if step.end]
    end = ends[0]
    assert isinstance(end, Trial), end
    assert [each.request.role for each in end.tried[:2]] == [Role.PREFLIGHT, Role.ACTUAL]
    assert len(end.tried) == 2 + len(BESIDES)
    assert end.as_predicted, [each.differences for each in end.tried]
    assert {verdict.word for verdict in end.verdicts.values()} == {Word.ALLOWED}
    assert not _folders(tmp_path)


def _folders(where: Path) -> list[Path]:
    return list(where.glob("cors-tui-try-*"))
