"""`cors-tui lab`: the list, serving, and names that are not there."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from cors_tui.case import Call, Case
from cors_tui.cli._options import call_options, case_of
from cors_tui.cli.lab import COMMAND, arguments, describe
from cors_tui.lab.scenario import known_scenarios
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from cors_tui.session.policy_files import PolicyFile
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from tests.lab.talking import request, say

SECONDS = 30

Opened = tuple[RunningLab | None, bool, CorsPolicy | None]


def test_the_list_has_a_line_for_each_scenario() -> None:
    done = CliRunner().invoke(COMMAND, ["--list"])
    assert done.exit_code == 0
    lines = [line.split(maxsplit=1) for line in done.output.splitlines()]
    assert lines == [[name, scenario.title] for name, scenario in known_scenarios().items()]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("options405", "options-405"), ("NO_HEADER", "no-header"), ("wildcard-credential", "wildcard-credentials")],
)
def test_an_unknown_name_is_answered_with_those_that_come_near(typed: str, meant: str) -> None:
    done = CliRunner().invoke(COMMAND, [typed])
    assert done.exit_code == 2
    assert f"There is no scenario '{typed}'; did you mean {meant}" in done.output


def test_a_name_like_no_other_is_sent_to_the_list() -> None:
    done = CliRunner().invoke(COMMAND, ["qqqq", "--serve"])
    assert done.exit_code == 2
    assert "There is no scenario 'qqqq'; `cors-tui lab --list` names them all." in done.output


def test_repaired_without_serve_says_where_it_belongs() -> None:
    done = CliRunner().invoke(COMMAND, ["no-header", "--repaired"])
    assert done.exit_code == 2
    assert "--repaired goes with --serve" in done.output


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Opened]:
    """What the guide was opened with; the screens themselves stay closed."""
    calls: list[Opened] = []

    def run_guide(
        case: Case, *, lab: RunningLab | None = None, lab_chooser: bool = False, policy: PolicyFile | None = None
    ) -> int:
        calls.append((lab, lab_chooser, policy.policy if policy else None))
        return 0

    monkeypatch.setattr("cors_tui.tui.app.run_guide", run_guide)
    return calls


def test_a_name_opens_the_guide_on_that_scenario(opened: list[Opened]) -> None:
    assert CliRunner().invoke(COMMAND, ["doubled"]).exit_code == 0
    [(lab, chooser, policy)] = opened
    assert lab is not None
    assert (lab.scenario.name, chooser, policy) == ("doubled", False, None)


def test_without_a_name_there_is_a_choice(opened: list[Opened]) -> None:
    assert CliRunner().invoke(COMMAND, []).exit_code == 0
    assert opened == [(None, True, None)]


def test_a_policy_goes_with_the_scenario_and_with_the_choice(opened: list[Opened], tmp_path: Path) -> None:
    """It is what the key of the guide applies."""
    path = tmp_path / "cors-policy.toml"
    path.write_text('origins = ["https://a.test"]\n')
    for words in (["doubled"], []):
        assert CliRunner().invoke(COMMAND, [*words, "--policy", str(path)]).exit_code == 0
    assert [policy for _, _, policy in opened] == [CorsPolicy(origins=("https://a.test",))] * 2


BAD_POLICIES = [
    ("not there", None, (), "No such file or directory."),
    ("not a policy", "origins = 1", (), "`origins` is a list of strings"),
    ("none that a server should follow", 'origins = ["null"]', (), "origins `null`"),
    ("nothing to repair", 'origins = ["https://a.test"]', ("--serve",), "add --repaired"),
]


@pytest.mark.parametrize(("what", "text", "words", "says"), BAD_POLICIES, ids=[row[0] for row in BAD_POLICIES])
def test_a_bad_policy_is_one_sentence_and_nothing_is_opened(
    what: str, text: str | None, words: tuple[str, ...], says: str, opened: list[Opened], tmp_path: Path
) -> None:
    """Exit code 2, as for `fix` and `check --expect`."""
    path = tmp_path / "cors-policy.toml"
    if text is not None:
        path.write_text(text)
    done = CliRunner().invoke(COMMAND, ["doubled", *words, "--policy", str(path)])
    assert (done.exit_code, opened) == (2, []), what
    assert says in done.output


async def test_what_is_served_is_described_with_the_command_that_asks_it() -> None:
    async with RunningLab(known_scenarios()["cdn-strips"]) as lab:
        assert describe(lab) == (
            "cdn-strips: A CDN takes the headers away\n"
            f"  http://localhost:{lab.ports.edge}/api/articles\n"
            f"  behind it http://localhost:{lab.ports.origin_server}\n"
            f"  cors-tui http://localhost:{lab.ports.edge}/api/articles --origin http://localhost:3000"
        )


async def test_the_command_carries_method_headers_credentials_and_body() -> None:
    async with RunningLab(known_scenarios()["method-not-allowed"]) as lab:
        url = f"http://localhost:{lab.ports.edge}/api/orders/1"
        assert arguments(lab) == [
            *(url, "--origin", "http://localhost:3000", "-X", "PUT"),
            *("-H", "Content-Type: application/json", "-d", '{"quantity": 2}'),
        ]
    async with RunningLab(known_scenarios()["wildcard-credentials"]) as lab:
        assert arguments(lab)[-2:] == ["--credentials", "include"]


@click.command()
@click.argument("url")
@call_options
def asks(url: str, **options: Any) -> None:
    asked.append(case_of(url, options).call)


asked: list[Call] = []


@pytest.mark.parametrize(
    ("initiator", "mode", "credentials", "words"),
    [
        ("fetch", "no-cors", "include", "--mode no-cors --credentials include"),
        ("img", "no-cors", "include", "--initiator img"),
        ("img", "cors", "same-origin", "--initiator img --mode cors"),
        ("script", "cors", "include", "--initiator script --mode cors --credentials include"),
        ("module", "cors", "same-origin", "--initiator module"),
        ("font", "cors", "same-origin", "--initiator font"),
    ],
)
@pytest.mark.parametrize("cookie", ["", "a=1"])
def test_the_command_asks_the_same_whatever_makes_the_call(
    initiator: str, mode: str, credentials: str, words: str, cookie: str
) -> None:
    """Modes that the initiator has by itself are left out; cookies are told with the credentials mode."""
    call = Call(
        "http://localhost:1/x", "http://localhost:3000", mode=Mode(mode), initiator=Initiator(initiator),
        credentials=CredentialsMode(credentials), cookie=cookie,
    )  # fmt: skip
    lab = RunningLab(replace(known_scenarios()["no-header"], call=lambda _: call))
    given = arguments(lab)
    assert CliRunner().invoke(asks, given).exit_code == 0
    assert asked[-1] == call
    if not cookie:
        assert given[3:] == words.split()


def test_the_command_of_every_scenario_asks_its_call() -> None:
    for name, scenario in known_scenarios().items():
        lab = RunningLab(scenario)
        assert CliRunner().invoke(asks, arguments(lab)).exit_code == 0, name
        assert asked[-1] == lab.case.call, name


LISTED = "https://app.example.com"
POLICY_FILE = Path(__file__).with_name("cors-policy.toml")


@pytest.fixture
def served(request: pytest.FixtureRequest) -> Iterator[subprocess.Popen[str]]:
    """`cors-tui lab` with the test's own arguments, as a process of its own."""
    command = [sys.executable, "-m", "cors_tui", "lab", *request.param]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=subprocess.DEVNULL, text=True, env=environment) as process:
        yield process
        process.kill()


def urls_of(process: subprocess.Popen[str]) -> list[str]:
    """The URLs printed until it says that it serves."""
    assert process.stdout is not None
    text = ""
    for line in process.stdout:
        text += line
        if line.startswith("Serving until ctrl+c"):
            break
    return re.findall(r"^  (\S+:\d+/\S*)$", text, re.MULTILINE)


def port_of(url: str) -> int:
    return int(url.rpartition(":")[2].partition("/")[0])


@pytest.mark.parametrize("served", [["no-header", "--serve"]], indirect=True)
async def test_serving_prints_the_url_answers_there_and_ends_with_ctrl_c(served: subprocess.Popen[str]) -> None:
    [url] = urls_of(served)
    answer = await say(port_of(url), request("GET", "/api/orders", "Connection: close"))
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert b"ccess-Control-Allow-Origin" not in answer
    served.send_signal(signal.SIGINT)
    assert served.wait(SECONDS) == 0


@pytest.mark.parametrize("served", [["no-header", "--serve", "--repaired"]], indirect=True)
async def test_serving_the_repaired_side(served: subprocess.Popen[str]) -> None:
    [url] = urls_of(served)
    answer = await say(
        port_of(url), request("GET", "/api/orders", "Origin: http://localhost:3000", "Connection: close")
    )
    assert b"\r\nAccess-Control-Allow-Origin: http://localhost:3000\r\n" in answer


@pytest.mark.parametrize("served", [["file-page", "--serve", "--repaired"]], indirect=True)
async def test_the_repaired_side_answers_the_page_as_it_was_mended(served: subprocess.Popen[str]) -> None:
    """Opened from the disk its origin is null; served, it has one."""
    [url] = urls_of(served)
    for page, lines in (("http://localhost:8080", [b"http://localhost:8080"]), ("null", [])):
        answer = await say(port_of(url), request("GET", "/api/quotes", f"Origin: {page}", "Connection: close"))
        assert re.findall(rb"\r\nAccess-Control-Allow-Origin: (\S+)\r\n", answer) == lines


@pytest.mark.parametrize(
    "served", [["no-header", "--serve", "--repaired", "--policy", str(POLICY_FILE)]], indirect=True
)
async def test_the_repaired_side_answers_by_the_policy_that_was_given(served: subprocess.Popen[str]) -> None:
    """Not by the scenario's own: its page is a stranger now."""
    [url] = urls_of(served)
    for page, lines in ((LISTED, [LISTED]), ("http://localhost:3000", [])):
        answer = await say(port_of(url), request("GET", "/api/orders", f"Origin: {page}", "Connection: close"))
        assert re.findall(rb"\r\nAccess-Control-Allow-Origin: (\S+)\r\n", answer) == [each.encode() for each in lines]


@pytest.mark.parametrize("served", [["--serve"]], indirect=True)
def test_serving_without_a_name_serves_all(served: subprocess.Popen[str]) -> None:
    ports = [port_of(url) for url in urls_of(served)]
    assert len(set(ports)) == len(known_scenarios())


def test_serving_and_listing_load_no_screen() -> None:
    code = (
        "import sys\nfrom click.testing import CliRunner\nfrom cors_tui.cli.lab import COMMAND\n"
        "CliRunner().invoke(COMMAND, ['--list'])\nimport cors_tui.session.labs\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('textual', 'rich', 'httpx', 'httpcore')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=SECONDS, check=True)
    assert done.stdout.strip() == "[]"
