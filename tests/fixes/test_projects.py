"""A project has its manifest, with exactly the versions that were run, and a program with the snippet in its place."""

from __future__ import annotations

import json

import pytest

from cors_tui.fixes.frameworks import express, starlette
from cors_tui.fixes.policy_faults import PolicyRefusedError
from cors_tui.fixes.projects import node_program, package_json, python_program, requirements
from cors_tui.policy import CorsPolicy
from tests.fixes.frameworks.asked import GOOD


def test_package_json() -> None:
    manifest = json.loads(package_json("cors-express", (("express", "5.3.0"), ("@hono/node-server", "2.1.8"))))
    assert manifest["dependencies"] == {"express": "5.3.0", "@hono/node-server": "2.1.8"}
    assert manifest["type"] == "module"


def test_requirements() -> None:
    assert requirements((("fastapi", "0.165.0"), ("uvicorn", "0.54.0"))) == "fastapi==0.165.0\nuvicorn==0.54.0\n"


def test_a_project_of_node() -> None:
    """Of the version that was asked for."""
    program = node_program(express.RECIPE, "// {install}\n{snippet}", GOOD, "4")
    assert program.files["app.mjs"].splitlines()[0] == "// npm install express@4.22.3 cors@2.8.6"
    assert json.loads(program.files["package.json"])["name"] == "cors-express"
    assert (program.install, program.start, program.snippet_file) == (
        (("npm", "install"),),
        ("node", "app.mjs"),
        "app.mjs",
    )


def test_a_project_of_python() -> None:
    """In an environment of its own."""
    program = python_program(starlette.RECIPE, "# {install}\n{snippet}", GOOD, "")
    assert program.files["app.py"].startswith("# pip install starlette==1.10.0 uvicorn==")
    assert program.files["requirements.txt"].startswith("starlette==1.10.0\n")
    assert program.start == (".venv/bin/python", "app.py")
    assert program.install[0][:3] == ("python3", "-m", "venv")


def test_a_refused_policy_and_an_unknown_version_have_no_project() -> None:
    with pytest.raises(PolicyRefusedError):
        node_program(express.RECIPE, "{install}{snippet}", CorsPolicy(origins=("null",)), "")
    with pytest.raises(ValueError, match="was not run"):
        node_program(express.RECIPE, "{install}{snippet}", GOOD, "3")
