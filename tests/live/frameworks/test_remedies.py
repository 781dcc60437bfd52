"""Remedies that do more than send the policy: without the snippet the fault is there, with it it is gone."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from cors_tui.fixes.framework import Framework, Program, known_frameworks
from cors_tui.fixes.recipe import marked_off
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from tests.live import toolchains
from tests.live.frameworks import serving
from tests.live.frameworks.variants import LISTED, A, B
from tests.live.frameworks.wire import ask, free_port
from tests.serving import serving as lab_serving

PREFLIGHT = (("Origin", A), ("Access-Control-Request-Method", "GET"))
ALLOW_ORIGIN = "access-control-allow-origin"

AFTER = {
    "express": "app.all('/old', (req, res) => res.redirect(301, '/ok'));",
    "hono": "app.all('/old', (c) => c.redirect('/ok', 301));",
    "hono_workers": "app.all('/old', (c) => c.redirect('/ok', 301));",
    "fastify": "const old = (request, reply) => reply.redirect('/ok', 301);\n"
    "app.route({ method: ['GET', 'OPTIONS'], url: '/old', handler: old });",
}
"""A route that redirects everything, behind the snippet; without that a preflight is redirected, too."""

BEFORE = {
    "fastapi": 'app.add_api_route("/old/", ok, methods=["GET"])\n',
    "starlette": 'app.routes.append(Route("/old/", ok))\n',
}
"""A route with a slash at its end: without it the framework redirects."""

INSTEAD = {
    "actix": ('.route("/private"', '.service(web::redirect("/old", "/ok")).route("/private"'),
    "nginx": ("    location / {", "    location = /old { return 301 /ok; }\n    location / {"),
}  # fmt: skip


@pytest.mark.parametrize("name", [*AFTER, *BEFORE, *INSTEAD])
def test_a_preflight_is_answered_where_everything_else_is_redirected(name: str) -> None:
    """FastAPI and Starlette, which redirect slashes by themselves, do not do it any more."""
    framework = known_frameworks()[name]
    fix = framework.fix(LISTED, Remedy.STOP_REDIRECT)
    assert fix is not None
    preflight, request = _answers(framework, _redirecting(framework, fix.snippet))
    assert preflight.status in (200, 204)
    assert preflight.headers.get_all(ALLOW_ORIGIN) == (A,)
    assert request.headers.get_all(ALLOW_ORIGIN) == (A,)
    assert (request.status == 404) is (framework.name in BEFORE)
    assert request.status in (301, 307, 404)


@pytest.mark.parametrize("name", [*AFTER, *BEFORE])
def test_without_the_snippet_it_is_not(name: str) -> None:
    """So that the test above shows something."""
    framework = known_frameworks()[name]
    preflight, request = _answers(framework, _redirecting(framework, ""))
    assert preflight.status not in (200, 204)
    assert request.status in (301, 307)


def _redirecting(framework: Framework, snippet: str) -> Program:
    """The project with `snippet` in place of its own, and a path that redirects."""
    program = framework.program(LISTED)
    comment = {"python": "#", "nginx": "#"}.get(framework.language, "//")
    begin, end = marked_off("|", comment).split("|")
    text = program.files[program.snippet_file]
    head, rest = text.split(begin)
    tail = rest.split(end)[1]
    after = f"\n{AFTER[framework.name]}" if framework.name in AFTER else ""
    text = f"{head}{BEFORE.get(framework.name, '')}{begin}{snippet}{end}{after}{tail}"
    if framework.name in INSTEAD:
        old, new = INSTEAD[framework.name]
        assert old in text
        text = text.replace(old, new, 1)
    return replace(program, files={**program.files, program.snippet_file: text})


def _answers(framework: Framework, program: Program) -> tuple[Response, Response]:
    with serving.scratch() as folder:
        start = serving.prepare(framework, program, framework.stacks[0], folder)
        with serving.started(start, folder, {}) as port:
            return ask(port, "OPTIONS", "/old", PREFLIGHT), ask(port, "GET", "/old", PREFLIGHT[:1])


def _reflecting(asked: Asked) -> Reply:
    """An application that any cache may keep and that forgets Vary."""
    body = str(len(asked.body))
    return Reply(200, (("Access-Control-Allow-Origin", asked.origin), ("Cache-Control", "max-age=60")), body)


@contextmanager
def _nginx(extra: str, application: int, folder: Path) -> Generator[int]:
    nginx = toolchains.need("nginx")
    server = f"server {{ listen 127.0.0.1:PORT; {extra} location / {{ proxy_pass http://127.0.0.1:{application}; }} }}"
    http = f"access_log off; proxy_cache_path {folder}/cache keys_zone=here:1m; {server}"
    # Its workers must get at the folder of the test, which is root's own where root runs it.
    user = "user root; " if os.geteuid() == 0 else ""
    (folder / "template").write_text(f"{user}pid nginx.pid;\nevents {{}}\nhttp {{ {http} }}\n")
    start = [nginx, "-p", str(folder), "-c", "proxy.conf", "-e", "stderr", "-g", "daemon off;"]
    command = ["sh", "-c", 'sed "s/PORT/$PORT/" template > proxy.conf && exec "$@"', "sh", *start]
    with serving.started(command, folder, {}) as port:
        yield port


def _line(remedy: Remedy) -> str:
    fix = known_frameworks()["nginx"].fix(LISTED, remedy)
    assert fix is not None
    return fix.snippet


def test_a_cache_keeps_one_answer_for_each_origin(tmp_path: Path) -> None:
    """Without the key the second page is handed what the first was told."""
    told = {}
    with lab_serving({"api": _reflecting}) as served:
        for name, line in (("with", _line(Remedy.CACHE_PER_ORIGIN)), ("without", "")):
            folder = tmp_path / name
            folder.mkdir()
            with _nginx(f"proxy_cache here; {line}", served.ports["api"], folder) as port:
                answers = [ask(port, "GET", "/list", (("Origin", origin),)) for origin in (A, B)]
            told[name] = [answer.headers.get(ALLOW_ORIGIN) for answer in answers]
    assert told == {"with": [A, B], "without": [A, A]}


def test_a_raised_limit_lets_the_body_through(tmp_path: Path) -> None:
    """Two million bytes, which nginx refuses by itself before it looks at the location."""
    statuses = {}
    for name, line in (("with", _line(Remedy.RAISE_LIMIT)), ("without", "")):
        folder = tmp_path / name
        folder.mkdir()
        with _nginx(f"{line} location = /upload {{ return 200; }}", free_port(), folder) as port:
            statuses[name] = ask(port, "POST", "/upload", (("Origin", A),), "x" * 2_000_000).status
    assert statuses == {"with": 200, "without": 413}
