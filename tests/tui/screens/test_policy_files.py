"""The key that files the policy: saved from the guide, opened again, and applied to the lab."""

from __future__ import annotations

from pathlib import Path

import pytest

from cors_tui.lab.scenario import known_scenarios
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from cors_tui.session.policy_files import open_policy, save_policy
from cors_tui.tui.app import CorsApp
from tests.tui.driving import driven


async def test_the_shown_policy_is_saved_and_another_is_opened_and_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one given at the start is shown first; where it was written is said; the lab follows what was opened."""
    monkeypatch.chdir(tmp_path)
    given = save_policy(CorsPolicy(origins=("https://given.test",)), "given.toml")
    wanted = CorsPolicy(origins=("http://localhost:3000",), methods=("PUT",))
    save_policy(wanted, "wanted.toml")
    async with driven(CorsApp(lab=RunningLab(known_scenarios()["no-header"]), policy=given)) as run:
        text = await run.press("r", "6")
        assert "policy (given.toml)     origins https://given.test" in text
        await run.keys("k")
        assert run.guide.view.judgement is not None
        assert "BLOCKED" in run.text
        await run.keys("k", "p")
        await run.keys("ctrl+u")
        await run.type("wanted.toml")
        text = await run.press("ctrl+o")
        assert "policy (wanted.toml)" in text
        await run.keys("k")
        assert "ALLOWED" in run.text
        await run.keys("p", "ctrl+u")
        await run.type("copy.toml")
        text = await run.press("enter")
        assert f"The policy stands in {tmp_path}" in text.replace("\n", "")
        assert open_policy("copy.toml").policy == wanted
