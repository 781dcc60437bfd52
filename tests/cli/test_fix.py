"""`cors-tui fix`: code on one stream, words on the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cors_tui.cli.fix import COMMAND
from cors_tui.fixes.framework import known_frameworks
from cors_tui.policy import CorsPolicy

APP = ("--origin", "https://app.example.com")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(COMMAND, arguments)


def test_without_a_framework_it_lists_them_with_their_versions() -> None:
    listed = run()
    assert listed.exit_code == 0
    for framework in known_frameworks().values():
        assert framework.name in listed.stdout
        assert framework.versions[0] in listed.stdout


def test_the_list_for_programs() -> None:
    listed = json.loads(run("--json").stdout)
    assert [framework["name"] for framework in listed["frameworks"]] == list(known_frameworks())


@pytest.mark.parametrize("name", known_frameworks())
def test_what_is_printed_is_the_program_with_the_change_in_it(name: str) -> None:
    framework = known_frameworks()[name]
    printed = run(name, *APP, "--credentials", "--header", "X-API-Key")
    assert printed.exit_code == 0
    assert "https://app.example.com" in printed.stdout.replace("\\", "")
    assert "X-API-Key" in printed.stdout
    assert framework.versions[0] in printed.stderr
    policy = CorsPolicy(origins=(APP[1],), headers=("X-API-Key",), credentials=True)
    program = framework.program(policy)
    assert printed.stdout == program.files[program.snippet_file]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("express@4", ["# npm install express@4.22.3 cors@2.8.6", "# node app.mjs"]),
        ("fastapi", ["# python app.py"]),
        ("actix", ["# cargo init --name cors-actix", "# cargo run"]),
        pytest.param("hono_workers", ["--app DIR writes them all"], id="what one file alone does not start"),
    ],
)
def test_how_the_printed_file_is_installed_and_started(name: str, says: list[str]) -> None:
    said = run(name, *APP).stderr
    assert [text for text in says if text not in said] == []


def test_the_part_to_paste_alone() -> None:
    printed = run("express", *APP, "--snippet")
    assert printed.stdout.startswith("import cors from 'cors';")
    assert "listen" not in printed.stdout
    assert "# npm install cors\n" in printed.stderr


def test_a_remedy_by_its_code() -> None:
    printed = run("fastapi", *APP, "--remedy", "stop-redirect").stdout
    assert "redirect_slashes = False" in printed


def test_the_development_variant_is_marked() -> None:
    assert "DEVELOPMENT ONLY" in run("express", *APP, "--development", "--snippet").stdout


def test_every_fault_is_said_in_a_sentence_of_its_own() -> None:
    refused = run(
        "express", "--origin", "https://App.example.com/", "--origin", "*", "--credentials", "--method", "get"
    )
    assert refused.exit_code == 2
    assert refused.stdout == ""
    assert len(refused.stderr.splitlines()) == 4


def test_a_note_keeps_nothing_from_being_printed() -> None:
    printed = run("express", *APP, "--max-age", "7200")
    assert printed.exit_code == 0
    assert "Note: max_age `7200`" in printed.stderr


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(("rails", *APP), "no fix for `rails`", id="an unknown framework"),
        pytest.param(("x\x1b[2J", *APP), "x\\x1b[2J", id="an escape sequence in the name"),
        pytest.param(("express@3", *APP), "was not run", id="a version that was not run"),
        pytest.param(("express", *APP, "--remedy", "pray"), "no fix for `pray`", id="an unknown remedy"),
        pytest.param(("express",), "nobody may call", id="no origin"),
        pytest.param(("express", "--policy", "/does/not/exist.toml"), "No such file", id="a policy that is not there"),
    ],
)
def test_bad_input_is_answered_in_one_sentence(arguments: tuple[str, ...], says: str) -> None:
    refused = run(*arguments)
    assert refused.exit_code == 2
    assert says in refused.stderr


def test_flags_come_on_top_of_a_policy_file(tmp_path: Path) -> None:
    file = tmp_path / "cors-policy.toml"
    file.write_text('origins = ["https://a.test"]\nheaders = ["X-One"]\nmax_age = 60\n')
    fix = json.loads(run("express", "--policy", str(file), "--origin", "https://b.test", "--json").stdout)
    assert fix["policy"]["origins"] == ["https://a.test", "https://b.test"]
    assert fix["policy"]["max_age"] == 60


@pytest.mark.parametrize("content", [b"\xff\xfe", b"origins = ", b"#" * 70000], ids=["binary", "not TOML", "too long"])
def test_a_file_that_is_no_policy(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "cors-policy.toml"
    file.write_bytes(content)
    refused = run("express", "--policy", str(file))
    assert refused.exit_code == 2
    assert str(file) in refused.stderr


@pytest.mark.parametrize("name", known_frameworks())
def test_a_whole_project_is_written_with_how_to_start_it(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "new" / "app"
    told = json.loads(run(name, *APP, "--app", str(folder), "--json").stdout)
    assert (folder / told["snippet_file"]).read_text()
    assert all(isinstance(word, str) for command in (*told["install"], told["start"]) for word in command)


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    refused = run("express", *APP, "--app", str(tmp_path))
    assert refused.exit_code == 2
    assert "not empty" in refused.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_an_origin_for_the_environment_is_only_an_example() -> None:
    printed = run("express", *APP, "--from-env", "--env-name", "WHO", "--snippet").stdout
    assert "// For example WHO=https://app.example.com" in printed
    assert "process.env.WHO" in printed
