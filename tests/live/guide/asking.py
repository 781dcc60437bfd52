"""Asking as a person does: by the command, and by the session behind it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from types import MappingProxyType
from typing import Any

from cors_tui.case import Call, Case, Connection
from cors_tui.session.asking import SEND
from cors_tui.session.experimenting import ask_everything
from cors_tui.session.judging import Judgement, Word, judge
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode

PAGE = "http://localhost:5173"
SECONDS = 2.5
"""The longest that one exchange may take; some servers never answer the first bytes of TLS."""

ENGINES = ("chromium", "firefox", "webkit")


def get(url: str, *, preflighted: bool = True, credentials: bool = False) -> Call:
    """A GET from the page; with a header of its own it is preflighted."""
    mode = CredentialsMode.INCLUDE if credentials else CredentialsMode.SAME_ORIGIN
    headers = HeaderList((("X-API-Key", "k"),)) if preflighted else HeaderList()
    return Call(url, PAGE, headers=headers, credentials=mode)


def put(url: str, body: str = '{"name": "Ada"}') -> Call:
    """A PUT of JSON from the page."""
    headers = HeaderList((("Content-Type", "application/json"), ("X-API-Key", "k")))
    return Call(url, PAGE, "PUT", headers, body)


async def at_once(_seconds: float) -> None:
    """No rest between two questions: these servers are our own."""


async def asked(call: Call, origin_server: str = "") -> Case:
    """`call` after everything was sent that any cause needs, unsafe requests with it."""
    answers = MappingProxyType({"origin-server": origin_server} if origin_server else {})
    case = Case(call, Connection(max_time=SECONDS), answers).with_consent(SEND)
    async for step in ask_everything(case, at_once):
        case = step.case
    return case


def words(judgement: Judgement) -> dict[str, Word]:
    """Each browser's verdict."""
    return {name: verdict.word for name, verdict in judgement.verdicts.items()}


def causes(case: Case) -> list[str]:
    """The causes found, the first one first."""
    return [finding.cause for finding in judge(case).diagnosis.findings]


def check(call: Call, *options: str) -> tuple[int, dict[str, Any]]:
    """What ``cors-tui check --json`` says about `call`: the exit code and the document."""
    fields = [part for name, value in call.headers for part in ("-H", f"{name}: {value}")]
    body = [] if call.body is None else ["-d", call.body]
    command = [sys.executable, "-m", "cors_tui", "check", call.url, "--origin", call.origin, "-X", call.method]
    command += [*fields, *body, "--credentials", call.credentials.value, "--json", *options]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env={**os.environ, "NO_COLOR": "1"})
    assert done.stdout, f"exit code {done.returncode}: {done.stderr[-2000:]}"
    document: dict[str, Any] = json.loads(done.stdout)
    return done.returncode, document
