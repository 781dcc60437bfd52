"""A policy's file: saved, opened again, never overwritten unasked; the same file for every command."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from cors_tui.cli.check import COMMAND as CHECK
from cors_tui.cli.fix import COMMAND as FIX
from cors_tui.fixes.policy_file import PolicyFileError
from cors_tui.lab.behaviours import by_policy, json_reply
from cors_tui.lab.scenario import known_scenarios
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from cors_tui.session.policy_files import open_policy, open_sound_policy, save_policy
from tests.lab.talking import ask_actual, lines_of
from tests.serving import serving

POLICY = CorsPolicy(
    origins=("https://app.example.com", "http://localhost:3000"),
    patterns=("https://*.example.com",),
    methods=("PUT", "PATCH"),
    headers=("Content-Type", "X-'Key`"),
    expose=("ETag",),
    credentials=True,
    max_age=600,
)


def test_what_is_saved_is_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The path is said in full, wherever the name was relative to."""
    monkeypatch.chdir(tmp_path)
    saved = save_policy(POLICY, "cors-policy.toml")
    assert saved.path == tmp_path / "cors-policy.toml"
    assert open_policy("cors-policy.toml").policy == open_sound_policy(str(saved.path)).policy == POLICY


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    """What was there stays byte for byte, until it may go."""
    path = tmp_path / "mine"
    path.write_text("not a policy")
    with pytest.raises(FileExistsError):
        save_policy(POLICY, str(path))
    assert path.read_text() == "not a policy"
    assert open_policy(str(save_policy(POLICY, str(path), overwrite=True).path)).policy == POLICY


CANNOT_BE_SAVED = [
    ("no such folder", "none/cors-policy.toml", POLICY, "No such file"),
    ("a folder", ".", POLICY, "Is a directory"),
    ("a name that no system takes", "a\0b", POLICY, "null"),
    ("nobody of that name", "~nobody-of-that-name/p", POLICY, "home"),
]


@pytest.mark.parametrize(("what", "name", "policy", "says"), CANNOT_BE_SAVED, ids=[row[0] for row in CANNOT_BE_SAVED])
def test_what_cannot_be_saved_is_one_sentence(
    what: str, name: str, policy: CorsPolicy, says: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a file may be overwritten; opening says the same."""
    monkeypatch.chdir(tmp_path)
    attempts: list[Callable[[], object]] = [
        lambda: save_policy(policy, name, overwrite=True),
        lambda: open_policy(name),
    ]
    for attempt in attempts:
        with pytest.raises(PolicyFileError) as raised:
            attempt()
        assert str(raised.value).startswith(f"{name}: "), what
        assert "\n" not in str(raised.value)
    assert says in str(raised.value)


def test_a_value_that_toml_cannot_hold_leaves_no_file(tmp_path: Path) -> None:
    """A lone surrogate came from the terminal."""
    with pytest.raises(PolicyFileError, match="surrogate"):
        save_policy(CorsPolicy(origins=("https://\ud800",)), str(tmp_path / "p"))
    assert not (tmp_path / "p").exists()


def test_one_file_for_the_fix_the_check_and_the_lab(tmp_path: Path) -> None:
    """The code has its values, a server that follows it passes, and the repaired lab answers by it."""
    path = str(save_policy(POLICY, str(tmp_path / "cors-policy.toml")).path)
    printed = CliRunner().invoke(FIX, ["express", "--policy", path, "--json"])
    assert (printed.exit_code, json.loads(printed.stdout)["policy"]["headers"]) == (0, list(POLICY.headers))
    with serving({"api": by_policy(POLICY)(lambda _: json_reply("{}"))}) as served:
        checked = CliRunner().invoke(CHECK, [served.url(), "--expect", path])
    assert (checked.exit_code, checked.output.splitlines()[-1]) == (0, "All is as the policy says.")
    assert asyncio.run(_repaired_lines(path, "https://a.example.com")) == [
        "Access-Control-Allow-Origin: https://a.example.com",
        "Access-Control-Allow-Credentials: true",
        "Access-Control-Expose-Headers: ETag",
    ]
    assert asyncio.run(_repaired_lines(path, "https://example.com")) == []


async def _repaired_lines(path: str, origin: str) -> list[str]:
    async with RunningLab(known_scenarios()["no-header"]) as lab:
        await lab.apply(open_sound_policy(path).policy)
        return lines_of(await ask_actual(lab, origin))
