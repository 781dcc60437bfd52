"""The snippets in JavaScript are TypeScript, too: strict, without a type written down."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.fixes.versions import Stack
from cors_tui.remedy import Remedy
from tests.live import toolchains
from tests.live.frameworks.variants import VARIANTS

SECONDS = 120
COMPILER = (("typescript", "7.0.2"), ("@types/node", "26.6.6"))
TYPES = {"express": (("@types/express", "5.0.6"), ("@types/cors", "2.8.19"))}
"""Types that a package does not bring itself."""

BEGINS = {
    "express": "import express from 'express';\nconst app = express();",
    "hono": "import { Hono } from 'hono';\nconst app = new Hono();",
    "hono_workers": "import { Hono } from 'hono';\nconst app = new Hono<{ Bindings: { CORS_ORIGINS?: string } }>();",
    "fastify": "import Fastify from 'fastify';\nconst app = Fastify();",
}


@pytest.mark.parametrize(
    "framework", [known_frameworks()[name] for name in BEGINS], ids=lambda framework: framework.name
)
def test_every_snippet_compiles(framework: Framework, tmp_path: Path) -> None:
    """One file for each policy of the matrix; and one that must not compile, so that the compiler is known to look."""
    packages = (*COMPILER, *framework.stacks[0].packages, *TYPES.get(framework.name, ()))
    (tmp_path / "node_modules").symlink_to(toolchains.node_modules(Stack("TypeScript", "", packages, "Node")))
    (tmp_path / "package.json").write_text('{"type": "module"}')
    for number, variant in enumerate(VARIANTS):
        fix = framework.fix(variant.policy, Remedy.SEND_POLICY)
        if fix is None:
            assert any(fault.grave for fault in framework.faults(variant.policy))
            continue
        text = f"{BEGINS[framework.name]}\n{fix.snippet}\nexport default app;\n"
        (tmp_path / f"p{number}.ts").write_text(text)
    (tmp_path / "untyped.ts").write_text("export const untyped = (env) => env;\n")
    printed = _compile(sorted(path.name for path in tmp_path.glob("*.ts")), tmp_path)
    assert [line.partition("(")[0] for line in printed.splitlines()] == ["untyped.ts"], printed


def _compile(files: list[str], folder: Path) -> str:
    options = (
        "--strict",
        "--noEmit",
        "--skipLibCheck",
        "--module",
        "nodenext",
        "--target",
        "es2023",
        "--types",
        "node",
    )
    command = ["node_modules/.bin/tsc", "--pretty", "false", *options, *files]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS).stdout
