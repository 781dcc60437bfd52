"""The policy as a file: one walk through saving, asking, overwriting and opening."""

from __future__ import annotations

from pathlib import Path

import pytest

from cors_tui.policy import CorsPolicy
from cors_tui.session.policy_files import open_policy, save_policy
from cors_tui.tui.app import CorsApp
from cors_tui.tui.screens.policy_file import PolicyFileScreen
from tests.tui.driving import SMALL, driven
from tests.tui.judged_cases import blocked

POLICY = CorsPolicy(origins=("https://app.example.com",), methods=("PUT",))
OTHER = CorsPolicy(origins=("https://b.test",))


async def test_saving_asks_before_it_overwrites_and_opening_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The text is shown, a name that is taken is asked about, and another name needs no yes."""
    monkeypatch.chdir(tmp_path)
    save_policy(OTHER, "cors-policy.toml")
    async with driven(CorsApp(blocked()), SMALL) as run:
        ended: list[object] = []

        async def opened(name: str = "") -> str:
            run.app.push_screen(PolicyFileScreen(POLICY, name), ended.append)
            await run.settle()
            return run.text

        text = await opened()
        assert 'origins = ["https://app.example.com"]' in text
        assert "enter saves it" in text
        assert "ctrl+o open that file" in run.footer
        assert "cors-policy.toml is there already" in await run.press("enter")
        assert open_policy("cors-policy.toml").policy == OTHER
        assert "is there already" not in await run.press("x", "backspace")
        await run.keys("enter", "enter")
        assert open_policy("cors-policy.toml").policy == POLICY
        save_policy(OTHER, "other.toml")
        await opened("other.toml")
        await run.keys("ctrl+o")
        assert "No such file" in (await opened("gone/x")) + await run.press("ctrl+o")
        await run.keys("escape")
        assert ended == [open_policy(str(tmp_path / "cors-policy.toml")), open_policy("other.toml"), None]
