"""nginx in front of each framework: as the one that owns CORS, and as one that leaves it to the application."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cors_tui.fixes.framework import Framework, cors_lines, known_frameworks
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from tests.live import toolchains
from tests.live.frameworks import serving
from tests.live.frameworks.variants import EVIL, LISTED, A, Question
from tests.live.frameworks.wire import ask

NGINX = known_frameworks()["nginx"]
APPLICATIONS = [framework for name, framework in known_frameworks().items() if name != "nginx"]
QUESTIONS = [
    Question(f"{method} {path} from {origin}", method, path, origin, asks_for, names, status)
    for origin in (A, EVIL, None)
    for method, path, asks_for, names, status in (
        ("GET", "/ok", "", None, 200),
        ("GET", "/nope", "", None, 404),
        ("GET", "/private", "", None, 401),
        ("GET", "/boom", "", None, 500),
        ("OPTIONS", "/ok", "PUT", "x-api-key", 200),
        ("OPTIONS", "/private", "GET", "authorization", 200),
    )
]


@pytest.mark.parametrize("framework", APPLICATIONS, ids=lambda framework: framework.name)
def test_the_proxy_owns_cors_and_hides_the_applications(framework: Framework) -> None:
    """The application sends its own all the same; each header stands there once, as nginx alone would send it."""
    for question, lines in _answers(framework, Remedy.OWN_AT_PROXY):
        names = [name for name, _ in lines if name.lower() != "vary"]
        wanted = NGINX.expected(LISTED, _wire(question), question.status).headers
        assert [pair for pair in lines if pair[0] in names] == list(wanted.without("Vary")), question.name
        assert ("Vary", "Origin") in lines


@pytest.mark.parametrize("framework", APPLICATIONS, ids=lambda framework: framework.name)
def test_the_proxy_leaves_cors_to_the_application(framework: Framework) -> None:
    for question, lines in _answers(framework, Remedy.PASS_THROUGH):
        expected = framework.expected(LISTED, _wire(question), question.status)
        response = Response(expected.status or question.status, HeaderList.of(lines))
        assert expected.differences(response) == (), question.name


def _answers(framework: Framework, remedy: Remedy) -> Generator[tuple[Question, list[tuple[str, str]]]]:
    with serving.scratch() as folder, serving.scratch() as proxy:
        start = serving.prepare(framework, framework.program(LISTED), framework.stacks[0], folder)
        with serving.started(start, folder, {}) as application, _proxy(remedy, application, proxy) as port:
            for question in QUESTIONS:
                response = ask(port, question.method, question.path, question.headers)
                yield question, list(cors_lines(response.headers))


@contextmanager
def _proxy(remedy: Remedy, application: int, folder: Path) -> Generator[int]:
    nginx = toolchains.need("nginx")
    fix = NGINX.fix(LISTED, remedy)
    assert fix is not None
    upstream = f"upstream app {{ server 127.0.0.1:{application}; }}"
    text = f"pid nginx.pid;\nevents {{}}\nhttp {{ access_log off; {upstream}\n{fix.snippet}\n}}\n"
    (folder / "template").write_text(text)
    sed = 'sed "s/127.0.0.1:8080/127.0.0.1:$PORT/" template > proxy.conf && exec "$@"'
    start = [nginx, "-p", str(folder), "-c", "proxy.conf", "-e", "stderr", "-g", "daemon off;"]
    with serving.started(["sh", "-c", sed, "sh", *start], folder, {}) as port:
        yield port


def _wire(question: Question) -> WireRequest:
    url = parse_url(f"http://127.0.0.1{question.path}")
    assert url is not None
    return WireRequest(Role.ACTUAL, 0, question.method, url, HeaderList(question.headers))
