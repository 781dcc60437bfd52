"""The small projects of a language: manifest, program, and how they are installed and started."""

from __future__ import annotations

import json
from collections.abc import Iterable

from cors_tui.fixes.framework import Program
from cors_tui.fixes.recipe import Recipe
from cors_tui.policy import CorsPolicy

PIP_INSTALL = (
    ("python3", "-m", "venv", ".venv"),
    (".venv/bin/python", "-m", "pip", "install", "--quiet", "-r", "requirements.txt"),
)
"""How a Python project of ours is installed, in its own folder."""


def node_program(recipe: Recipe, template: str, policy: CorsPolicy, version: str) -> Program:
    """`template` (with places for ``install`` and ``snippet``) as the recipe's file, and its `package.json`."""
    packages, snippet = recipe.parts(policy, version)
    install = "npm install " + " ".join(f"{name}@{number}" for name, number in packages)
    files = {
        recipe.filename: template.format(install=install, snippet=snippet),
        "package.json": package_json(f"cors-{recipe.framework.replace('_', '-')}", packages),
    }
    by_hand = (install, f"node {recipe.filename}")
    return Program(files, (("npm", "install"),), ("node", recipe.filename), recipe.filename, by_hand)


def python_program(recipe: Recipe, template: str, policy: CorsPolicy, version: str) -> Program:
    """`template` (with places for ``install`` and ``snippet``) as the recipe's file, and its `requirements.txt`."""
    packages, snippet = recipe.parts(policy, version)
    install = "pip install " + " ".join(f"{name}=={number}" for name, number in packages)
    files = {
        recipe.filename: template.format(install=install, snippet=snippet),
        "requirements.txt": requirements(packages),
    }
    by_hand = (install, f"python {recipe.filename}")
    return Program(files, PIP_INSTALL, (".venv/bin/python", recipe.filename), recipe.filename, by_hand)


def package_json(name: str, packages: Iterable[tuple[str, str]]) -> str:
    """A `package.json` with exactly these versions."""
    manifest = {"name": name, "private": True, "type": "module", "dependencies": dict(packages)}
    return json.dumps(manifest, indent=2) + "\n"


def requirements(packages: Iterable[tuple[str, str]]) -> str:
    """A `requirements.txt` with exactly these versions."""
    return "".join(f"{name}=={version}\n" for name, version in packages)
