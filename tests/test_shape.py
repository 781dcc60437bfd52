"""The shape of the tree is a rule like any other: floors, mirrored tests, sizes, and what an import may load."""

from __future__ import annotations

import ast
import functools
import subprocess
import sys
from pathlib import Path

import pytest

from tests.rows import each_row

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "cors_tui"
TESTS = ROOT / "tests"

FLOORS = {
    "standards": 1,
    "case": 2, "experiment": 2, "experiments": 2, "patterns": 2, "policy": 2, "remedy": 2, "masking": 2,
    "browsers": 3, "probe": 3, "lab": 3,
    "inputs": 4,
    "diagnosis": 5, "fixes": 5,
    "guide": 6,
    "session": 7,
    "report": 8,
    "tui": 9,
    "cli": 10,
    "__main__": 11,
}  # fmt: skip
BESIDE_EACH_OTHER = {"case", "experiment", "experiments", "patterns", "policy"}
"""Plain values of one floor that may know each other."""

ANYWHERE = {"registry", "__init__"}
"""Modules below every floor: they know nothing of the product."""

SOURCES = sorted(path for path in PACKAGE.rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 45


def room(module: str) -> str:
    """The floor's room a dotted module stands in: ``cors_tui.browsers.known`` is in ``browsers``."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Every module of the project that `path` imports, wherever in the file."""
    found: set[str] = set()
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {_imported(node.module, alias.name) for alias in node.names}
    return {name for name in found if name.split(".")[0] == "cors_tui"}


def _imported(module: str, name: str) -> str:
    """``from cors_tui import case`` imports a module; ``from cors_tui import __version__`` does not."""
    if module != "cors_tui" or not ((PACKAGE / name).is_dir() or (PACKAGE / f"{name}.py").exists()):
        return module
    return f"cors_tui.{name}"


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


@each_row("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_go_downwards(path: Path) -> None:
    """A module imports from lower floors and from its own room, never sideways or up."""
    here = room(module_of(path))
    if here in ANYWHERE:
        assert not {name for name in imports(path) if room(name) not in ANYWHERE}
        return
    for name in imports(path):
        there = room(name)
        if there in ANYWHERE or there == here:
            continue
        assert there in FLOORS, f"{name} stands on no floor"
        assert FLOORS[there] < FLOORS[here] or {there, here} <= BESIDE_EACH_OTHER, name


@each_row("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_source_has_its_test_file(path: Path) -> None:
    """cors_tui/a/b.py is tested by tests/a/test_b.py; a package's own file holds no code to test."""
    relative = path.relative_to(PACKAGE)
    if path.name == "__init__.py":
        code = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
        assert not [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, code)]
        return
    name = relative.stem.strip("_")
    assert (TESTS / relative.parent / f"test_{name}.py").exists()


@each_row("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_and_functions_stay_small(path: Path) -> None:
    """A file over 300 lines is usually two things; a function over 45 is never one."""
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_FILE
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert (node.end_lineno or 0) - node.lineno < LONGEST_FUNCTION, node.name


HEAVY = ("textual", "httpx", "httpcore", "rich", "pyperclip", "publicsuffixlist", "websockets", "tree_sitter")

LOADS_NOTHING_HEAVY = [
    ("the help", "import sys; sys.argv = ['cors-tui', '--help']; import cors_tui.__main__ as m; m.main()"),
    ("every command's module", "from cors_tui import registry; from click import Command;"
     "registry.entries('cors_tui.cli', 'COMMAND', Command)"),
    ("diagnosis", "import cors_tui.diagnosis.diagnose, cors_tui.diagnosis.cause as c; c.known_causes()"),
    ("the standards", "import cors_tui.standards.fetching"),
    ("the fixes", "import cors_tui.fixes.framework as f; f.known_frameworks()"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "code"), LOADS_NOTHING_HEAVY, ids=[what for what, _ in LOADS_NOTHING_HEAVY])
def test_imports_stay_light(what: str, code: str) -> None:
    """Neither Textual nor an HTTP library is loaded for what does not need it."""
    watch = f"\nimport sys\nprint('LOADED', [n for n in {HEAVY!r} if n in sys.modules], file=sys.stderr)"
    code = f"try:\n    exec({code!r})\nexcept SystemExit:\n    pass{watch}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stderr.strip().splitlines()[-1] == "LOADED []", done.stderr


def test_check_loads_no_textual() -> None:
    """The command without a screen never pays for one."""
    code = "import sys, cors_tui.session.asking, cors_tui.report.formats.text; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"
