"""What `cors-tui fix FRAMEWORK --policy FILE --app DIR` writes, installed and started by the very commands it prints;
and `check --expect` of the same file finds nothing to say about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cors_tui.cli.check import COMMAND as CHECK
from cors_tui.cli.fix import COMMAND as FIX
from cors_tui.fixes.framework import known_frameworks
from cors_tui.policy import CorsPolicy
from cors_tui.session.policy_files import save_policy
from tests.live import toolchains
from tests.live.frameworks import serving
from tests.live.frameworks.wire import ask

PAGE = "https://shop.example.test"
POLICY = CorsPolicy(
    origins=(PAGE, "http://localhost:3000"),
    patterns=("https://*.eu.example.test",),
    methods=("PATCH",),
    headers=("X-Trace",),
    expose=("ETag",),
    credentials=True,
    max_age=600,
)
NEEDS = {"npm": "npm", "python3": "python3", "cargo": "cargo", "nginx": "nginx"}


@pytest.mark.parametrize("name", known_frameworks())
def test_the_written_project_runs_by_its_own_commands(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "app"
    policy = str(save_policy(POLICY, str(tmp_path / "cors-policy.toml")).path)
    done = CliRunner().invoke(FIX, [name, "--policy", policy, "--app", str(folder), "--json"])
    told = json.loads(done.stdout)
    # One target folder for all builds: compiling everything anew would show nothing more.
    shared = {"CARGO_TARGET_DIR": str(toolchains.cache_folder() / "cargo" / "target")}
    for command in told["install"]:
        toolchains.need(NEEDS.get(command[0], "sh"))
        toolchains.run(command, folder, toolchains.BUILD_SECONDS, shared)
    with serving.started(told["start"], folder, shared) as port:
        preflight = ask(port, "OPTIONS", "/private", _preflight("https://a.eu.example.test"))
        failed = ask(port, "GET", "/boom", (("Origin", PAGE),))
        stranger = ask(port, "GET", "/ok", (("Origin", "https://eu.example.test"),))
        checked = CliRunner().invoke(CHECK, [f"http://127.0.0.1:{port}/ok", "--expect", policy])
    assert preflight.status in (200, 204)
    assert preflight.headers.get_all("access-control-allow-origin") == ("https://a.eu.example.test",)
    assert (failed.status, failed.headers.get_all("access-control-allow-origin")) == (500, (PAGE,))
    assert (stranger.status, stranger.headers.get_all("access-control-allow-origin")) == (200, ())
    assert checked.exit_code == 0, checked.output


def _preflight(origin: str) -> tuple[tuple[str, str], ...]:
    return (
        ("Origin", origin),
        ("Access-Control-Request-Method", "PATCH"),
        ("Access-Control-Request-Headers", "x-trace"),
    )
