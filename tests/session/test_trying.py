"""Trying a fix here: nothing without a yes, real processes, the real answer beside the prediction."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from cors_tui.case import Call, Case, Connection
from cors_tui.experiment import STRANGER
from cors_tui.fixes.framework import Expected, Framework, Program, known_frameworks
from cors_tui.fixes.policy_faults import PolicyRefusedError
from cors_tui.policy import CorsPolicy, least_policy, respond
from cors_tui.session.judging import Word
from cors_tui.session.trying import NotTried, Plan, Step, Trial, environment, plan, pointed_at, try_here
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Role, WireRequest

CALL = Call(
    url="https://api.example.com/users/7?page=2",
    origin="https://app.example.com",
    method="PUT",
    headers=HeaderList((("X-API-Key", "k"),)),
    body="{}",
    credentials=CredentialsMode.INCLUDE,
)
CASE = Case(CALL, Connection(proxy="http://proxy.example:3128", connect_to=("other.example:1",), max_time=5))
POLICY = least_policy(CALL.request())

SERVER = """\
import http.server, os, pathlib
ALLOW = {allow!r}
class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self):
        with open({log!r}, "a") as log:
            print(self.command, self.path, self.headers.get("Origin"), self.headers.get("X-API-Key"), file=log)
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status = {{"/ok": 200, "/private": 401, "/boom": 500}}.get(self.path, 404)
        self.send_response_only(204 if self.command == "OPTIONS" else status)
        for name, value in ALLOW[self.command == "OPTIONS"]:
            if name == "Vary" or self.headers.get("Origin") == {origin!r}:
                self.send_header(name, value)
        self.end_headers()
    do_OPTIONS = do_PUT = do_GET = answer
    def log_message(self, *_): pass
http.server.HTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
"""


def expected(policy: CorsPolicy, wire: WireRequest, _status: int) -> Expected:
    return Expected(respond(policy, wire), 204 if wire.role is Role.PREFLIGHT else None)


def stand_in(log: Path, *, forgets: str = "", install: tuple[str, ...] = (), ends: bool = False) -> Framework:
    """A framework whose project is a server of Python's own: it answers as `respond` does, less the header it
    `forgets`; each installation and request leaves a line in `log`."""
    pairs = {
        True: [
            ("Vary", "Origin"),
            ("Access-Control-Allow-Origin", CALL.origin),
            ("Access-Control-Allow-Credentials", "true"),
            ("Access-Control-Allow-Methods", "PUT"),
            ("Access-Control-Allow-Headers", "x-api-key"),
        ],
        False: [
            ("Vary", "Origin"),
            ("Access-Control-Allow-Origin", CALL.origin),
            ("Access-Control-Allow-Credentials", "true"),
        ],
    }
    allow = {preflight: [pair for pair in each if pair[0] != forgets] for preflight, each in pairs.items()}
    written = SERVER.format(allow=allow, log=str(log), origin=CALL.origin)
    code = "raise SystemExit('port is taken')" if ends else written
    steps = ((sys.executable, "-c", f"print('installed', file=open({str(log)!r}, 'a'))"), install)
    program = Program({"app.py": code}, tuple(step for step in steps if step), (sys.executable, "app.py"), "app.py")
    return replace(
        known_frameworks()["express"], language="", program=lambda _policy, _version="": program, expected=expected
    )


async def tried(planned: Plan, *, yes: bool = True) -> tuple[list[str], Trial | NotTried]:
    """The phrases, and the end."""
    return await collected(try_here(CASE, planned, yes=yes))


async def collected(steps: AsyncIterator[Step]) -> tuple[list[str], Trial | NotTried]:
    seen = [step async for step in steps]
    assert seen[-1].end is not None
    return [step.says for step in seen[:-1]], seen[-1].end


def folders(where: Path) -> list[Path]:
    return list(where.glob("cors-tui-try-*"))


async def test_the_real_answer_stands_beside_the_prediction(tmp_path: Path) -> None:
    """Preflight and PUT reach our own server first, as browsers would send them; then the errors and a stranger."""
    log = tmp_path / "log"
    says, end = await tried(plan(stand_in(log), POLICY))
    assert isinstance(end, Trial)
    assert [each.what for each in end.tried[:2]] == ["your preflight", "your request"]
    assert [each.expected.status for each in end.tried] == [204, 200, 204, 401, 404, 500, 200, 204]
    assert end.as_predicted
    assert {verdict.word for verdict in end.verdicts.values()} == {Word.ALLOWED}
    assert [phrase.split(":")[0] for phrase in says[:2]] == ["installing", "starting"]
    assert log.read_text().splitlines() == [
        "installed",
        "OPTIONS /ok https://app.example.com None",
        "PUT /ok https://app.example.com k",
        "OPTIONS /private https://app.example.com None",
        "GET /private https://app.example.com None",
        "GET /not-there https://app.example.com None",
        "GET /boom https://app.example.com None",
        f"GET /ok {STRANGER} None",
        f"OPTIONS /ok {STRANGER} None",
    ]


async def test_an_answer_otherwise_than_predicted_is_said_and_judged(tmp_path: Path) -> None:
    """The server forgets one header of every answer it lets in: the preflight fails, and the PUT is sent to see."""
    _, end = await tried(plan(stand_in(tmp_path / "log", forgets="Access-Control-Allow-Credentials"), POLICY))
    assert isinstance(end, Trial)
    assert not end.as_predicted
    assert [len(each.differences) for each in end.tried] == [1] * (len(end.tried) - 2) + [0, 0]
    assert {verdict.word for verdict in end.verdicts.values()} == {Word.BLOCKED}


async def test_without_a_yes_nothing_is_installed_or_run(tmp_path: Path) -> None:
    """And no other phrase is said than why."""
    says, end = await tried(plan(stand_in(tmp_path / "log"), POLICY), yes=False)
    assert isinstance(end, NotTried)
    assert (says, "no yes" in end.why) == ([], True)
    assert not (tmp_path / "log").exists()


async def test_a_missing_runtime_is_named_and_nothing_is_run(tmp_path: Path) -> None:
    """Even with a yes."""
    planned = plan(replace(stand_in(tmp_path / "log"), language="javascript"), POLICY, find={"npm": "/bin/npm"}.get)
    says, end = await tried(planned)
    assert isinstance(end, NotTried)
    assert (says, end.why) == ([], "Not installed here: node.")
    assert not (tmp_path / "log").exists()


async def test_an_installation_that_fails_ends_the_trial(tmp_path: Path) -> None:
    """With what it printed; the server is not started."""
    fails = (sys.executable, "-c", "raise SystemExit('no network')")
    says, end = await tried(plan(stand_in(tmp_path / "log", install=fails), POLICY))
    assert isinstance(end, NotTried)
    assert "ended with code 1" in end.why
    assert "no network" in end.output
    assert not [phrase for phrase in says if phrase.startswith("starting")]


async def test_a_server_that_ends_at_once_is_said(tmp_path: Path) -> None:
    """Its last words are kept."""
    _, end = await tried(plan(stand_in(tmp_path / "log", ends=True), POLICY))
    assert isinstance(end, NotTried)
    assert "port is taken" in end.output


async def test_closing_the_iterator_cleans_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder goes with it."""
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    steps = try_here(CASE, plan(stand_in(tmp_path / "log"), POLICY), yes=True)
    assert (await anext(steps)).says.startswith("installing")
    assert folders(tmp_path)
    await steps.aclose()
    assert not folders(tmp_path)


@pytest.mark.parametrize("name", known_frameworks())
def test_a_plan_says_every_command_and_runs_none(name: str) -> None:
    """What would be installed comes first, the start last; on a bare machine something is missing."""
    framework = known_frameworks()[name]
    planned = plan(framework, POLICY, find=lambda _: None)
    assert len(planned.commands) == len(planned.program.install) + 1
    assert planned.commands[-1] == " ".join(planned.program.start)
    assert planned.missing
    assert not plan(framework, POLICY, find=lambda wanted: f"/bin/{wanted}").missing


def test_a_policy_that_must_not_become_code_has_no_plan() -> None:
    """Everybody with credentials is refused before a folder is made."""
    with pytest.raises(PolicyRefusedError):
        plan(known_frameworks()["express"], CorsPolicy(origins=("*",), credentials=True))


def test_origins_go_into_the_variable_that_the_policy_names() -> None:
    """And nowhere when they stand in the code."""
    policy = CorsPolicy(origins=("https://a.test", "https://b.test"), from_env="ALLOWED")
    assert environment(policy) == {"ALLOWED": "https://a.test,https://b.test"}
    assert environment(replace(policy, from_env="")) == {}


def test_the_case_is_pointed_at_our_own_server_only() -> None:
    """Same call otherwise; the options that lead elsewhere are gone."""
    pointed = pointed_at(CASE, 4711)
    assert pointed.call == replace(CALL, url="http://127.0.0.1:4711/ok")
    assert pointed.connection == Connection(max_time=5)
