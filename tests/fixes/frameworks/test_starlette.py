"""Starlette without FastAPI: the code, and how it gives itself away."""

from __future__ import annotations

import ast

import pytest

from cors_tui.fixes.frameworks.starlette import FRAMEWORK, recognise
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import GOOD

UVICORN = HeaderList((("server", "uvicorn"),))


def test_it_needs_no_fastapi() -> None:
    program = FRAMEWORK.program(GOOD)
    modules = {node.module for node in ast.walk(ast.parse(program.files["app.py"])) if isinstance(node, ast.ImportFrom)}
    assert not any("fastapi" in (module or "") for module in modules)
    assert "fastapi" not in program.files["requirements.txt"]


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(404, body="Not Found"), "", id="Koa says the same"),
        pytest.param(Response(404, UVICORN, body='{"detail":"Not Found"}'), "", id="FastAPI on uvicorn"),
        pytest.param(Response(404, UVICORN, body="Not Found"), "Not Found", id="its 404 on uvicorn"),
        pytest.param(Response(405, UVICORN, body="Method Not Allowed"), "Method Not Allowed", id="its 405 on uvicorn"),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign
