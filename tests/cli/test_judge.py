"""`cors-tui judge`: cases in, one line each out."""

from __future__ import annotations

import io
import json
import tracemalloc
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cors_tui.cli._exit import Exit
from cors_tui.cli.judge import COMMAND, lines_of
from tests.truth.agreement import HERE, cases

README = Path(__file__).parents[2] / "README.md"

SOME = ["g1-000000", "g1-000006", "h-redir-21"]


def run(*arguments: str, given: str = "") -> Result:
    return CliRunner().invoke(COMMAND, list(arguments), input=given)


def case_lines(*names: str) -> str:
    return "".join(cases()[name] for name in names)


def test_a_line_for_every_case_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(case_lines(*SOME), encoding="utf-8")
    result = run(str(file))
    assert [json.loads(line)["id"] for line in result.output.splitlines()] == SOME
    assert result.exit_code == Exit.ALLOWED


def test_cases_may_come_on_standard_input() -> None:
    assert [json.loads(line)["id"] for line in run("-", given=case_lines(*SOME)).output.splitlines()] == SOME


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        pytest.param("{", "not JSON", id="not JSON"),
        pytest.param("[]", "not an object", id="no object"),
        pytest.param('{"id": "x", "page_origin": "https://a.example"}', "request", id="no request"),
        pytest.param('{"id": "x", "page_origin": "ftp://a", "request": {"url": "x"}}', "page_origin", id="no page"),
    ],
)
def test_a_case_that_cannot_be_read_is_an_error_line_and_the_rest_go_on(bad: str, reason: str) -> None:
    result = run("-", given=f"{case_lines(SOME[0])}\n{bad}\n{case_lines(SOME[1])}")
    first, error, last = (json.loads(line) for line in result.output.splitlines())
    assert (first["id"], last["id"]) == (SOME[0], SOME[1])
    assert error["line"] == 3, "empty lines count, as an editor counts them"
    assert reason in error["error"]
    assert result.exit_code == Exit.USAGE


def test_a_har_is_judged_by_its_requests() -> None:
    sent = [{"name": "Origin", "value": "https://app.example"}]
    entries = [
        {"request": {"method": "GET", "url": "https://api.example/", "headers": sent}, "response": {"status": 200}},
        {"request": {"method": "PUT", "url": "https://api.example/", "headers": sent}, "response": {"status": 200}},
    ]
    result = run("-", given=json.dumps({"log": {"entries": entries}}))
    get, put = (json.loads(line) for line in result.output.splitlines())
    assert [get[engine]["refusal"] for engine in ("chromium", "firefox", "webkit")] == ["allow-origin-missing"] * 3
    assert get["standard"]["step"] == "CORS check, step 2"
    assert put["chromium"]["resolved"] is None
    assert "OPTIONS" in put["chromium"]["undecided"]


def test_the_secrets_of_a_har_are_masked() -> None:
    sent = [{"name": name, "value": value} for name, value in (("Origin", "https://a.test"), ("X-Api-Key", "k3y"))]
    asked = {"url": "https://b.test/?token=t0ken", "headers": sent}
    entries = [{"request": {"method": method, **asked}, "response": {"status": 200}} for method in ("GET", "PUT")]
    bare = {"method": "GET", **asked, "headers": sent[:1]}
    entries.append({"request": bare, "response": {"status": 500}})
    result = run("-", given=json.dumps({"log": {"entries": entries}}))
    assert "https://b.test/?token=" in result.output
    assert "t0ken" not in result.output
    assert "k3y" not in result.output


def test_no_file_is_a_usage_error() -> None:
    result = run()
    assert result.exit_code == Exit.USAGE
    assert "FILE is missing" in result.output


def test_a_folder_without_recordings_is_a_usage_error(tmp_path: Path) -> None:
    result = run("--score", str(tmp_path))
    assert result.exit_code == Exit.USAGE
    assert "no recordings" in result.output


def test_the_score_over_the_recordings_is_the_readmes_and_whole_but_for_a_handful_of_consoles() -> None:
    result = run("--score", str(HERE), "--list")
    shown = README.read_text(encoding="utf-8").split("<!-- score:")[1].split("```")[1].strip("\n").splitlines()
    assert shown == result.output.splitlines()[: len(shown)]
    assert result.exit_code == Exit.ALLOWED
    rows = {line.split()[0]: line for line in result.output.splitlines()[1:4]}
    assert list(rows) == ["chromium", "firefox", "webkit"]
    assert all(row.count("100.00 %") >= 3 for row in rows.values())
    listed = result.output.rpartition("\n\n")[2].splitlines()
    assert len(listed) <= 6
    assert all(line.endswith(": console") for line in listed)


def test_memory_does_not_grow_with_the_file() -> None:
    def peak(times: int) -> int:
        file = io.BytesIO((case_lines(*SOME[:2]) * times).encode())
        tracemalloc.start()
        for _ in lines_of(file):
            pass
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(5)  # what is loaded once
    assert peak(200) < peak(20) + 400_000, "the lines written would be more than a megabyte"
