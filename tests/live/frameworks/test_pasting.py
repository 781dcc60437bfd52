"""A program without CORS, and the same with the snippet of each remedy pasted in where it is said to go."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from cors_tui.fixes.framework import Framework, Program, known_frameworks
from cors_tui.fixes.recipe import marked_off
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from tests.live.frameworks import serving
from tests.live.frameworks.variants import LISTED, A
from tests.live.frameworks.wire import ask

SCRIPTED = [framework for framework in known_frameworks().values() if framework.language in ("javascript", "python")]
REMEDIES = [(framework, remedy) for framework in SCRIPTED for remedy in framework.remedies]


@pytest.mark.parametrize("framework", SCRIPTED, ids=lambda framework: framework.name)
def test_without_the_snippet_nothing_is_allowed(framework: Framework) -> None:
    preflight, failed = _answers(framework, _with(framework, ""))
    assert "access-control-allow-origin" not in preflight.headers
    assert "access-control-allow-origin" not in failed.headers


@pytest.mark.parametrize(
    ("framework", "remedy"), REMEDIES, ids=[f"{framework.name}-{remedy.code}" for framework, remedy in REMEDIES]
)
def test_with_the_snippet_of_any_remedy_the_listed_page_is_answered(framework: Framework, remedy: Remedy) -> None:
    fix = framework.fix(LISTED, remedy)
    assert fix is not None
    preflight, failed = _answers(framework, _with(framework, fix.snippet))
    assert preflight.status in (200, 204)
    assert preflight.headers.get_all("access-control-allow-origin") == (A,)
    assert failed.status == 500
    assert failed.headers.get_all("access-control-allow-origin") == (A,)


def _with(framework: Framework, snippet: str) -> Program:
    """The project with `snippet` between the marks, in place of its own."""
    program = framework.program(LISTED)
    comment = "#" if framework.language == "python" else "//"
    begin, end = marked_off("|", comment).split("|")
    text = program.files[program.snippet_file]
    pasted = re.sub(re.escape(begin) + ".*" + re.escape(end), lambda _: begin + snippet + end, text, flags=re.DOTALL)
    return replace(program, files={**program.files, program.snippet_file: pasted})


def _answers(framework: Framework, program: Program) -> tuple[Response, Response]:
    """To a preflight of the guarded route, and to a request that ends in a 500."""
    asks = (
        ("Origin", A),
        ("Access-Control-Request-Method", "GET"),
        ("Access-Control-Request-Headers", "authorization"),
    )
    with serving.scratch() as folder:
        start = serving.prepare(framework, program, framework.stacks[0], folder)
        with serving.started(start, folder, {}) as port:
            return ask(port, "OPTIONS", "/private", asks), ask(port, "GET", "/boom", (("Origin", A),))
