"""Finding, starting and ending a browser. The programs started here are small scripts that speak as one."""

import asyncio
import os
import stat
import time
from pathlib import Path

import pytest

from cors_tui.probe.real_browser import launch
from cors_tui.probe.real_browser.launch import (
    CHROMIUM_FLAGS,
    FIREFOX_PREFERENCES,
    DidNotStartError,
    arguments,
    installed_browsers,
    running,
    write_preferences,
)

LOOSENS_TLS = ("certificate", "insecure", "allow-running", "tls", "ssl", "web-security", "origin-trial")


def program(folder: Path, name: str, script: str) -> str:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


def test_browsers_are_found_by_their_usual_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Debian's Firefox is called firefox-esr; a name nobody asked for is not found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(
        launch, "COMMANDS", {k: tuple(c for c in v if "/" not in c) for k, v in launch.COMMANDS.items()}
    )
    assert installed_browsers() == {}
    for name in ("chromium", "firefox-esr", "microsoft-edge-stable", "lynx"):
        program(tmp_path, name, "true")
    assert list(installed_browsers()) == ["chromium", "firefox", "edge"]


@pytest.mark.parametrize("name", ["chromium", "firefox", "chrome", "edge"])
def test_no_flag_loosens_tls(name: str, tmp_path: Path) -> None:
    """What the person's browser would refuse, this one refuses."""
    line = " ".join(arguments(name, "browser", tmp_path)).lower().replace(str(tmp_path).lower(), "")
    assert not [word for word in LOOSENS_TLS if word in line]


def test_no_preference_loosens_tls() -> None:
    assert not [name for name in FIREFOX_PREFERENCES if any(word in name for word in ("cert", "tls", "ssl", "mixed"))]


def test_local_network_access_checks_are_off() -> None:
    """Without this nothing on loopback would be reached from a page that we answered."""
    assert any(flag.startswith("--disable-features=") and "LocalNetworkAccessChecks" in flag for flag in CHROMIUM_FLAGS)


def test_only_root_goes_without_the_sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert "--no-sandbox" not in arguments("chromium", "chromium", tmp_path)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "--no-sandbox" in arguments("chromium", "chromium", tmp_path)


def test_preferences_are_written_in_firefox_own_syntax(tmp_path: Path) -> None:
    write_preferences(tmp_path, {"a": True, "b": 3, "c": 'x"\\'})
    assert (tmp_path / "user.js").read_text(encoding="utf-8") == (
        'user_pref("a", true);\nuser_pref("b", 3);\nuser_pref("c", "x\\"\\\\");\n'
    )


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("chromium", "DevTools listening on ws://127.0.0.1:4711/devtools/browser/x"),
        ("firefox", "WebDriver BiDi listening on ws://127.0.0.1:4711"),
    ],
)
async def test_the_endpoint_is_read_from_what_the_browser_says(name: str, line: str, tmp_path: Path) -> None:
    path = program(tmp_path, "browser", f'echo "some warning" >&2\necho "{line}" >&2\nsleep 60')
    async with running(name, path) as started:
        assert started.endpoint == line.split()[-1]


async def test_a_browser_that_ends_at_once_says_why(tmp_path: Path) -> None:
    path = program(tmp_path, "browser", 'echo "No usable sandbox!" >&2\nexit 1')
    with pytest.raises(DidNotStartError, match="No usable sandbox!"):
        async with running("chromium", path):
            pass


async def test_a_program_that_is_not_there_did_not_start(tmp_path: Path) -> None:
    with pytest.raises(DidNotStartError, match="No such file"):
        async with running("chromium", str(tmp_path / "gone")):
            pass


async def test_everything_is_ended_and_removed_even_when_the_question_fails(tmp_path: Path) -> None:
    """The browser, its child that ignores the polite signal, and the profile are all gone."""
    note = tmp_path / "note"
    child = "sh -c 'trap \"\" TERM; while :; do sleep 0.1; done' &"
    path = program(
        tmp_path,
        "browser",
        f'{child}\necho "$! $*" > {note}\necho "DevTools listening on ws://127.0.0.1:1/" >&2\nsleep 60',
    )
    pids: list[int] = []

    async def fail() -> None:
        async with running("chromium", path) as started:
            pids.append(started.pid)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    words = note.read_text(encoding="utf-8").split()
    profile = next(word.partition("=")[2] for word in words if word.startswith("--user-data-dir="))
    assert not os.path.exists(profile)  # noqa: PTH110, ASYNC240 - the test owns the loop
    for ended in (*pids, int(words[0])):
        assert gone_within(ended, 2)


def gone_within(pid: int, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":  # ended; whoever adopted it has not collected it yet
            return True
    return False


async def test_a_deadline_ends_a_browser_that_says_nothing(tmp_path: Path) -> None:
    path = program(tmp_path, "browser", "sleep 60")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.3), running("firefox", path):
            pass
